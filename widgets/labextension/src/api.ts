// Talk to the server part: one function a verb, and every failure an ApiError in words for the learner.

import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import { records } from "./ndjson";
import type { CheckEvent, ICourse, INotebook } from "./types";
import { failureWords, OFFLINE } from "./words";

export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export class CourseApi {
  constructor(private _settings: ServerConnection.ISettings) {}

  course(dir: string): Promise<ICourse> {
    return this._get("course", { dir });
  }

  notebook(path: string): Promise<INotebook> {
    return this._get("notebook", { path });
  }

  async starter(path: string, exercise: string): Promise<string> {
    return (await this._get<{ source: string }>("starter", { path, exercise })).source;
  }

  // Yield what is judged as it comes. Aborting the signal cancels the run on the server.
  async *check(
    path: string,
    exercises: string[] | null,
    timeout: number,
    signal: AbortSignal,
  ): AsyncGenerator<CheckEvent> {
    const body = JSON.stringify({ path, exercises, timeout });
    const response = await this._request("check", { method: "POST", body, signal });
    if (!response.body) throw new ApiError(OFFLINE, 0);
    yield* records<CheckEvent>(response.body);
  }

  // The address of a file that the server part gives, such as a page of the book.
  address(path: string): string {
    return URLExt.join(this._settings.baseUrl, path);
  }

  private async _get<T>(verb: string, query: Record<string, string>): Promise<T> {
    const response = await this._request(`${verb}?${new URLSearchParams(query)}`, {});
    return (await response.json()) as T;
  }

  private async _request(verb: string, init: RequestInit): Promise<Response> {
    const url = URLExt.join(this._settings.baseUrl, "cs231n", verb);
    let response: Response;
    try {
      response = await ServerConnection.makeRequest(url, init, this._settings);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiError(OFFLINE, 0);
    }
    if (!response.ok) throw new ApiError(failureWords(response.status, await said(response)), response.status);
    return response;
  }
}

async function said(response: Response): Promise<string> {
  try {
    const { message } = await response.json();
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}
