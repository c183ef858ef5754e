/** The whole application: header, notices, and the page that the address stands for. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { contactNews, jobNews } from "../announcements";
import { stateWord } from "../describe";
import type { Job } from "../job";
import type { JobsState } from "../reducer";
import { clickedPath, navigate, type Route, routeOf } from "../router";
import { childrenOf, findJob, jobsInSight, listJobs, withAsked } from "../select";
import type { Services } from "../services";
import type { Wish } from "../submission";
import { say } from "../words";
import "./catalogue-page";
import "./connection-notice";
import "./empty-page";
import "./job-announcer";
import "./job-page";
import "./job-strip";
import "./jobs-page";
import { LightElement } from "./light-element";
import "./site-header";

@customElement("meanwhile-app")
export class MeanwhileApp extends LightElement {
  @property({ attribute: false }) services!: Services;
  @state() private route: Route = routeOf(location.pathname);
  @state() private news: readonly string[] = [];
  readonly #openedAtMs = Date.now();
  #endings: (() => void)[] = [];
  #drawn = true;

  override connectedCallback(): void {
    super.connectedCallback();
    const { jobs, contact, submissions, choice } = this.services;
    this.#endings = [
      jobs.subscribe((now, before) => this.#tell(jobNews(before, now))),
      contact.subscribe((now, before) => this.#tell(contactNews(before, now))),
      submissions.subscribe(() => this.requestUpdate()),
      choice.subscribe(() => this.requestUpdate()),
    ];
    window.addEventListener("popstate", this.#moved);
    this.addEventListener("click", this.#clicked);
    this.addEventListener("wish", this.#wished);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endings.forEach((end) => end());
    window.removeEventListener("popstate", this.#moved);
    this.removeEventListener("click", this.#clicked);
    this.removeEventListener("wish", this.#wished);
  }

  protected override render(): TemplateResult {
    const jobs = this.#jobs();
    const ownId = this.route.page === "job" ? this.route.jobId : null;
    const below = this.route.page === "job" || this.route.page === "unknown";
    return html`
      <site-header .page=${this.route.page}></site-header>
      <connection-notice .contact=${this.services.contact.value} .asOf=${jobs.asOf}></connection-notice>
      <main class="page">
        ${this.#page()}${below ? html`<job-strip .jobs=${this.#inSight(ownId)}></job-strip>` : nothing}
      </main>
      <job-announcer .news=${this.news}></job-announcer>
    `;
  }

  protected override updated(): void {
    this.#drawn = true;
    const title = this.#title();
    if (document.title !== title) document.title = title;
    if (this.route.page === "job") void this.services.live.nameProblems(this.route.jobId);
  }

  #page(): TemplateResult {
    const { submissions } = this.services;
    const jobs = this.#jobs();
    switch (this.route.page) {
      case "catalogue":
        return html`<catalogue-page
          .services=${this.services}
          .submissions=${submissions.value}
          .choice=${this.services.choice.value}
          .inSight=${this.#inSight(null)}
        ></catalogue-page>`;
      case "jobs":
        return html`<jobs-page .jobs=${listJobs(jobs)} .loaded=${jobs.loaded}></jobs-page>`;
      case "job":
        return this.#jobPage(jobs, this.route.jobId);
      case "unknown":
        return html`<empty-page .heading=${say("page-missing")} .hint=${say("page-missing-hint")}></empty-page>`;
    }
  }

  #jobPage(jobs: JobsState, jobId: string): TemplateResult {
    const found = findJob(jobs, jobId);
    const started = found.is === "here" ? childrenOf(jobs, found.job) : [];
    return html`<job-page
      .found=${found}
      .asOf=${jobs.asOf}
      .started=${started}
      .submissions=${this.services.submissions.value}
    ></job-page>`;
  }

  #inSight(exceptId: string | null): readonly Job[] {
    return jobsInSight(this.#jobs(), this.#openedAtMs, exceptId);
  }

  #title(): string {
    switch (this.route.page) {
      case "catalogue":
        return say("title-page", { page: say("catalogue-heading") });
      case "jobs":
        return say("title-page", { page: say("jobs-heading") });
      case "job":
        return this.#jobTitle(this.route.jobId);
      case "unknown":
        return say("title-page", { page: say("page-missing") });
    }
  }

  #jobTitle(jobId: string): string {
    const found = findJob(this.#jobs(), jobId);
    if (found.is !== "here") return say("title-page", { page: say(`job-${found.is}`) });
    return say("title-job", { state: stateWord(found.job), title: found.job.title });
  }

  #jobs(): JobsState {
    return withAsked(this.services.jobs.value, this.services.submissions.value);
  }

  /** News that come before the page is drawn again are told together. */
  #tell(news: readonly string[]): void {
    if (news.length > 0) {
      this.news = this.#drawn ? news : [...this.news, ...news];
      this.#drawn = false;
    }
    this.requestUpdate();
  }

  readonly #moved = (): void => {
    this.route = routeOf(location.pathname);
    // Whoever hears the page, and does not see it, starts at the heading of the page that came.
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("h1")?.focus());
  };

  readonly #wished = (event: Event): void => {
    this.services.press((event as CustomEvent<Wish>).detail);
  };

  readonly #clicked = (event: MouseEvent): void => {
    const path = clickedPath(event);
    if (path === undefined) return;
    event.preventDefault();
    navigate(path);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "meanwhile-app": MeanwhileApp;
  }
}
