import type { Answer, Endpoint, Sent } from '#src/platform/contract.ts';
import { addressOf, readProblem } from './call.ts';
import { ProblemError } from './problem.ts';
import { countRenewals, mayRepeat } from './session-gate.ts';

export interface UploadOptions {
  readonly key: string;
  /** Share that has been sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file as raw bytes and tells how far it is; refusals arrive as ProblemError. */
export async function upload<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  file: Blob,
  options: UploadOptions,
): Promise<Answer<E>> {
  const since = countRenewals();
  const { status, text } = await post(endpoint.method, addressOf(endpoint, sent), file, options);
  const answer = status >= 200 && status < 300 && text !== '' ? JSON.parse(text) : undefined;
  if (status >= 200 && status < 300) return answer;
  const problem = readProblem(status, text);
  if (await mayRepeat(problem.code, since)) return upload(endpoint, sent, file, options);
  throw problem;
}

function post(
  method: string,
  address: string,
  file: Blob,
  options: UploadOptions,
): Promise<{ status: number; text: string }> {
  // fetch cannot tell how much of a request has been sent.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', options.key);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () => reject(new ProblemError({ code: 'netz-weg', status: 0 })));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
