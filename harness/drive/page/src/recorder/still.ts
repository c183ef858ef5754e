/**
 * Holds decoration still. Transitions and CSS animations run on the browser's own clock, which has nothing to do with the trial's: what
 * is fading in would be seen or not by chance. What comes to an end is brought to it; what never ends is held where it shows most.
 */
export function holdStill(document: Document): void {
  for (const animation of document.getAnimations()) {
    if (animation.timeline !== document.timeline || animation.playState !== "running") continue;
    const { effect } = animation;
    if (!(effect instanceof KeyframeEffect)) continue;
    const { endTime } = effect.getComputedTiming();
    if (Number.isFinite(endTime)) animation.finish();
    else hold(animation, effect);
  }
}

function hold(animation: Animation, effect: KeyframeEffect): void {
  const { delay = 0, duration } = effect.getComputedTiming();
  animation.pause();
  animation.currentTime = Number(delay) + clearest(effect) * Number(duration);
}

/** Where in one round the animated thing is most opaque. */
function clearest(effect: KeyframeEffect): number {
  let best = { offset: 0, opacity: -1 };
  for (const { computedOffset, opacity } of effect.getKeyframes()) {
    const shown = Number(opacity ?? 1);
    if (shown > best.opacity) best = { offset: computedOffset, opacity: shown };
  }
  return Math.min(best.offset, 0.999);
}
