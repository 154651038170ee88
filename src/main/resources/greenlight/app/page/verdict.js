// @ts-check
// What became of the headline deal.
"use strict";

/** What became of the headline deal, in a sentence or two. */
const Verdict = (() => {
  const WHY = /** @type {Record<string, string>} */ ({ PLATFORM_GONE: "the platform closed", BRAND: "the studio feared for its brand", LAW: "the law became a risk", BETTER_OFFER: "a better offer came", TERM_OVER: "its term was over" });

  /** @param {Run} run @param {number} quarter */
  function words(run, quarter) {
    const { deal, signed, ended } = run.headline(quarter);
    const open = (run.at(run.flagship, "active_users", quarter) || 0) > 0;
    if (!deal) {
      const known = run.events.find((event) => event.kind === "REFUSAL" && event.quarter <= quarter && [event.who, event.whom].includes(run.flagship));
      return `${run.labels[quarter]}: no headline deal ${quarter < run.quarters - 1 ? "yet" : "was signed"}${known ? `; ${known.who} turned ${known.whom} down` : ""}. ${run.flagship} ${open ? "has users" : "has no users"}.`;
    }
    const began = `${deal.studio} signed with ${deal.vendor} in ${run.labels[signed]}`;
    if (ended < 0) return `${began}. In ${run.labels[quarter]} the deal is ${deal.stage === "PILOT" ? "in its pilot" : "in force"}.`;
    const paid = run.events.filter((event) => event.kind === "TRANCHE" && event.who === deal.studio && event.whom === deal.vendor && event.quarter <= ended).reduce((sum, event) => sum + event.dollars, 0);
    const end = { VOIDED: "the deal was void", TERMINATED: "the studio ended it", COMPLETED: "it ended as agreed" }[deal.stage] || "it ended";
    return `${began}. In ${run.labels[ended]}, ${Words.count(ended - signed, "quarter")} later, ${end}: ${WHY[deal.cause] || "it was over"}. ${paid > 0 ? Words.dollars(paid) + " of equity had been paid." : "Not a dollar of equity had been paid."}`;
  }

  return { words };
})();
