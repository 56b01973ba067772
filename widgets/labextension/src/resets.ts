// What resets have replaced in one notebook, by exercise. The browser's tab keeps it, so that it outlives a reload.

export interface IReset {
  source: string;
  starter: string;
}

const key = (address: string): string => `cs231n-kit:resets:${address}`;

export function readResets(address: string): Map<string, IReset> {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(key(address)) ?? "{}")));
  } catch {
    return new Map();
  }
}

export function keepResets(address: string, resets: Map<string, IReset>): void {
  try {
    if (resets.size) sessionStorage.setItem(key(address), JSON.stringify(Object.fromEntries(resets)));
    else sessionStorage.removeItem(key(address));
  } catch {
    // No storage, or no room in it: what is in memory lasts until a reload.
  }
}
