import { type Dispatcher, EnvHttpProxyAgent, FormData as FormDataThrough, fetch as fetchThrough } from 'undici';
import type { Fetch } from './client.ts';

export interface Proxy {
  /** For the socket. */
  dispatcher: Dispatcher;
  /** For the Web API. */
  fetch: Fetch;
}

/**
 * The office's proxy, where `HTTPS_PROXY` or `HTTP_PROXY` names one; Node's own `fetch` and WebSocket pass it by.
 * `NO_PROXY` lists hosts that are reached directly; this machine always is.
 */
export function proxyFrom(env: Record<string, string | undefined>): Proxy | undefined {
  const https = env.HTTPS_PROXY || env.https_proxy;
  const http = env.HTTP_PROXY || env.http_proxy;
  if (!https && !http) return undefined;
  const noProxy = [env.NO_PROXY || env.no_proxy, 'localhost', '127.0.0.1', '[::1]'].filter(Boolean).join(',');
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: http ?? '',
    httpsProxy: https ?? http ?? '',
    noProxy,
  });
  const through = (address: unknown, init: RequestInit) =>
    fetchThrough(String(address), { ...init, body: known(init.body), dispatcher } as FetchOptions);
  // Node's fetch and this one answer alike; only their declarations differ.
  return { dispatcher, fetch: through as unknown as Fetch };
}

type FetchOptions = Parameters<typeof fetchThrough>[1];

/** A form with files in it is one of Node's own, which this fetch would write as "[object FormData]". */
function known(body: RequestInit['body']): unknown {
  if (!(body instanceof FormData)) return body;
  const form = new FormDataThrough();
  for (const [name, value] of body) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.name);
  }
  return form;
}
