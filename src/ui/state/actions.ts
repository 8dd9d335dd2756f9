/** Everything a person can do, as functions: the only writers of the store. */
import type { Act, Intervention, Road, Run } from '../../sim/run.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import {
  factInstants,
  instantAfter,
  instantBefore,
  pointsOfInterest,
} from '../playback/interest.ts'
import {
  withAct,
  withOptionAtStart,
  withoutLast,
  withRoad,
  type OptionRef,
  type OptionValue,
} from './acts.ts'
import { writeChoices } from './choices.ts'
import type { Selection, Theme, Verbosity } from './lab-store.ts'
import { openScenario } from './open.ts'
import { isToldAtEnd, onStage, playhead, runtime } from './runtime.ts'
import { labStore } from './store.ts'

export { fetchOptions, openScenario, type Opened } from './open.ts'
export { playhead }

function presentRun(): Run {
  const { scenario, seed, interventions } = labStore.getState()
  return { scenario, seed, interventions }
}

/** The run anew under other interventions, standing at `at`. */
function reload(interventions: readonly Intervention[], at: Instant): void {
  labStore.setState({ interventions })
  runtime.load(presentRun(), at)
}

export function setRoad(road: Road): void {
  const { interventions } = labStore.getState()
  labStore.setState({ road })
  reload(withRoad(interventions, road), playhead.now)
}

/** Does something at the present instant. After the end there is a new future to be seen: play. */
export function act(what: Act): void {
  const at = Math.floor(playhead.now)
  const { interventions, finished } = labStore.getState()
  const goesOn = finished && playhead.atEnd
  const changed = withAct(interventions, at, what)
  labStore.setState({ interventions: changed, finished: false })
  // One that takes the place of another has to be without that one's effects.
  const isReplacing = changed.length === interventions.filter((one) => one.at <= at).length
  // What holds from the very start is part of how the world is made.
  if (at === 0 || isReplacing) runtime.load(presentRun(), at)
  else runtime.intervene(presentRun(), at)
  if (goesOn) play()
}

/** Takes the last act (or option) back; the run is the one that it would have been without. */
export function undoAct(): void {
  const { interventions } = labStore.getState()
  // A probe that has been sent is spent.
  if (!isToldAtEnd()) return
  const left = withoutLast(interventions)
  if (left.length < interventions.length) reload(left, playhead.now)
}

/** Changes an option for the whole run, which begins anew. */
export function setOptionAtStart(option: OptionRef, value: OptionValue): void {
  const { interventions } = labStore.getState()
  playhead.pause()
  labStore.setState({ started: false, finished: false })
  reload(withOptionAtStart(interventions, option, value), 0)
}

/** Another draw of the luck, for the same scenario and the same acts. */
export function setSeed(seed: number): void {
  const { scenario } = labStore.getState()
  // Another hidden policy is another riddle: probes of the one say nothing about the other.
  if (scenario.mystery !== undefined) return void openScenario(scenario.id, { seed })
  playhead.pause()
  labStore.setState({ seed, started: false, finished: false })
  reload(labStore.getState().interventions, 0)
}

/** The bet is the start button. */
export function placeBet(id: string): void {
  labStore.setState({ bet: id })
  play()
}

export function play(): void {
  runtime.stayHere()
  playhead.play()
}

export function pause(): void {
  playhead.pause()
}

/** From the beginning, standing still. */
export function restart(): void {
  playhead.pause()
  seek(0)
}

export function seek(t: Instant): void {
  runtime.stayHere()
  playhead.seek(t)
  runtime.syncCursor()
  noticeEnd()
}

/** To the next (or previous) instant at which anything at all happens. */
export function stepEvent(direction: 1 | -1): void {
  begin()
  const instants = factInstants(onStage(labStore.getState().worlds))
  const { now, pace } = playhead
  seek(direction === 1 ? (instantAfter(instants, now) ?? pace.end) : instantBefore(instants, now))
}

/** To the next instant at which something happens that one would tell somebody else. */
export function nextOfInterest(): void {
  begin()
  const points = pointsOfInterest(onStage(labStore.getState().worlds))
  seek(instantAfter(points, playhead.now) ?? playhead.pace.end)
}

export function runToEnd(): void {
  begin()
  seek(playhead.pace.end)
  runtime.goToEnd()
}

/** Whoever steps has started as well, and goes on at their own pace. */
function begin(): void {
  playhead.pause()
  labStore.setState({ started: true })
}

/** Whoever jumps to the end has seen it. */
function noticeEnd(): void {
  const { started, finished } = labStore.getState()
  if (playhead.atEnd && !playhead.growing && started && !finished && isToldAtEnd())
    labStore.setState({ finished: true })
}

export function setSpeed(speed: number): void {
  playhead.speed = speed
  labStore.setState({ speed })
}

export function select(selection: Selection): void {
  labStore.setState({ selection })
}

export function hover(hovered: Selection): void {
  labStore.setState({ hovered })
}

export function setPresenting(presenting: boolean): void {
  labStore.setState({ presenting })
}

/** Turns to a page of the presentation's last part. */
export function turnTo(page: number): void {
  labStore.setState({ page })
}

export function setLevel(level: Level): void {
  labStore.setState({ level })
  writeChoices(labStore.getState())
}

export function setTheme(theme: Theme): void {
  labStore.setState({ theme })
  writeChoices(labStore.getState())
}

export function setVerbosity(verbosity: Verbosity): void {
  labStore.setState({ verbosity })
  writeChoices(labStore.getState())
}

export function setShortcuts(shortcuts: boolean): void {
  labStore.setState({ shortcuts })
  writeChoices(labStore.getState())
}

export function setLinkProblem(linkProblem: string | null): void {
  labStore.setState({ linkProblem })
}

/** "Start again" after the simulation has died: the same run in a new host, from its beginning. */
export function retryAfterFailure(): void {
  labStore.setState({ failure: null })
  runtime.load(presentRun(), playhead.now)
}
