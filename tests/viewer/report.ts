/** A small report made by hand. */
import {
  Index,
  type Finding,
  type Report,
  type Timeline,
  type Trial,
  type Verdict,
} from "../../reports/viewer/src/data";

export function finding(law: string, rest: Partial<Finding> = {}): Finding {
  const plain = { at_ms: 5_000, until_ms: null, job: "publish", run: 1, said: "", truth: "", sentence: law, why: "" };
  return { law, ...plain, tab: 0, fingerprint: `${law}-print`, severity: "major", ...rest };
}

export function trial(id: string, verdicts: Record<string, Verdict>, rest: Partial<Trial["result"]> = {}): Trial {
  const failed = Object.entries(verdicts).filter(([, verdict]) => verdict === "failed");
  const found = failed.map(([law]) => finding(law));
  const result = {
    id,
    scenario: "publish",
    target: "reference",
    defect: null,
    seed: 7,
    repeat: 1,
    verdicts: Object.entries(verdicts).map(([law, verdict]) => ({ law, verdict, judged: 1 })),
    findings: found,
    exit: found.length > 0 ? 1 : 0,
    truth_hash: "",
    screen_hash: "",
    wall_ms: 1,
    virtual_ms: 1,
    replay: `meanwhile run ${id}`,
    ...rest,
  };
  return { scenario: { id: "publish", title: "Publish", source: "" }, result };
}

export function indexOf(trials: Trial[], laws: string[] = []): Index {
  const named = laws.map((id) => ({
    id,
    title: id,
    failure_title: `${id} broken`,
    why: "",
    instead: `${id} kept`,
    severity: "",
    source: "",
  }));
  return new Index({ trials, laws: named } as unknown as Report);
}

export function timeline(rest: Partial<Timeline>): Timeline {
  const nothing = {
    end: 60_000,
    truth: { runs: [] },
    network: { profile: "", transport: "sse", faults: [], requests: [], passed: [], streams: [] },
    person: [],
    screen: { tabs: [], announcements: [] },
    words: { lines: [], tabs: [] },
  };
  return { ...nothing, ...rest };
}
