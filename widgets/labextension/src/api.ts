// The client of the server part.

import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import type { TranslationBundle } from "@jupyterlab/translation";
import { offlineText, requestFailedText } from "./messages";
import { records } from "./ndjson";
import type { CheckEvent, ICheckRequest, ICourse, INotebook, IStarter } from "./types";

/** A request that failed. Its message is for the learner. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** The HTTP status of the answer, or 0 if the server did not answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** Asks the server part: one method for each kind of request. Every failure is an ApiError. */
export class CourseApi {
  constructor(
    private _settings: ServerConnection.ISettings,
    private _trans: TranslationBundle,
  ) {}

  /** Returns the course, seen from a folder. */
  course(dir: string): Promise<ICourse> {
    return this._get("course", { dir });
  }

  /** Returns what the server knows of a notebook. */
  notebook(path: string): Promise<INotebook> {
    return this._get("notebook", { path });
  }

  /** Returns the source that an exercise's answer cell starts with. */
  async starter(path: string, exerciseId: string): Promise<string> {
    return (await this._get<IStarter>("starter", { path, exercise_id: exerciseId })).source;
  }

  /** Yields the events of a check as they come. Aborting the signal cancels the check on the server. */
  async *check(request: ICheckRequest, signal: AbortSignal): AsyncGenerator<CheckEvent> {
    const response = await this._request("check", { method: "POST", body: JSON.stringify(request), signal });
    if (!response.body) throw new ApiError(offlineText(this._trans), 0);
    yield* records<CheckEvent>(response.body);
  }

  /** Returns the whole address of what the server gives below its base URL, such as a page of the book. */
  url(path: string): string {
    return URLExt.join(this._settings.baseUrl, path);
  }

  private async _get<T>(resource: string, query: Record<string, string>): Promise<T> {
    const response = await this._request(`${resource}?${new URLSearchParams(query)}`, {});
    return (await response.json()) as T;
  }

  private async _request(resource: string, init: RequestInit): Promise<Response> {
    const url = URLExt.join(this._settings.baseUrl, "cs231n", resource);
    let response: Response;
    try {
      response = await ServerConnection.makeRequest(url, init, this._settings);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiError(offlineText(this._trans), 0);
    }
    if (response.ok) return response;
    const message = await serverMessage(response);
    throw new ApiError(requestFailedText(this._trans, response.status, message), response.status);
  }
}

/** Returns the message of an answer that reports an error, or "" if it has none. */
async function serverMessage(response: Response): Promise<string> {
  try {
    const { message } = await response.json();
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}
