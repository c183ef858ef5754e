/** Addresses of this application, and moving between them without loading the page again. */

export type Route =
  | { readonly page: "catalogue" }
  | { readonly page: "jobs" }
  | { readonly page: "job"; readonly jobId: string }
  | { readonly page: "unknown" };

/** The page that an address stands for. */
export function routeOf(path: string): Route {
  const [first, second, ...more] = path.split("/").filter((part) => part !== "");
  if (first === undefined) return { page: "catalogue" };
  if (first !== "jobs" || more.length > 0) return { page: "unknown" };
  return second === undefined ? { page: "jobs" } : { page: "job", jobId: decodeURIComponent(second) };
}

/** The address of a job's page. */
export function jobPath(jobId: string): string {
  return `/jobs/${encodeURIComponent(jobId)}`;
}

/** Go to an address of this application. */
export function navigate(path: string): void {
  if (path === location.pathname) return;
  history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** The address that a plain click on a link of this application leads to; undefined for any other click. */
export function clickedPath(event: MouseEvent): string | undefined {
  const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (modified || event.defaultPrevented || link === null || link.target !== "") return undefined;
  return link.origin === location.origin ? link.pathname : undefined;
}
