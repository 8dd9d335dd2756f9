/**
 * A run is `{ scenario, seed, interventions }` and nothing else. The road, options and acts are all
 * interventions; a setting is an intervention at instant 0.
 */
import type { OptionValue, Power } from './network/host.ts'
import type { ScenarioFile, TrafficSpec, VariantSpec, ZoneSpec } from './scenarios/scenario.ts'
import type { Instant } from './units.ts'

export type Road = 'direct' | 'relayed' | 'both'

export type Act =
  /** Which worlds there are. Only at instant 0. */
  | { readonly kind: 'road'; readonly road: Road }
  /** An option gets a value. */
  | { readonly kind: 'set'; readonly path: string; readonly value: OptionValue }
  | { readonly kind: 'lid'; readonly host: string; readonly closed: boolean }
  | { readonly kind: 'power'; readonly host: string; readonly power: Power }
  | {
      readonly kind: 'send'
      readonly host: string
      readonly from: string
      /** Mailbox in the From field, where it is another one. */
      readonly author?: string
      readonly to: readonly string[]
      readonly subject: string
    }
  /** Everything that waits in this host's queue is tried now. */
  | { readonly kind: 'flush'; readonly host: string }
  /** Somebody presses Send again. */
  | { readonly kind: 'send-again'; readonly host: string }

export interface Intervention {
  readonly at: Instant
  readonly act: Act
}

export interface Run {
  readonly scenario: ScenarioFile
  readonly seed: number
  readonly interventions: readonly Intervention[]
}

/** One world of a run: a variant of the scenario, under its own settings. */
export interface WorldPlan {
  readonly id: string
  readonly route: 'direct' | 'relayed'
  /** Written option values that make this world what it is. */
  readonly settings: Readonly<Record<string, string>>
  /** Paths that a variant keeps to, whatever people set: they are what it is there for. */
  readonly keeps: readonly string[]
  /** What the DNS says in this world. */
  readonly zones: readonly ZoneSpec[]
  /** The letters that are only described, as they are in this world. */
  readonly traffic: readonly TrafficSpec[]
}

/** What people do, as far as it concerns this world. */
export function actsFor(
  { keeps }: Pick<WorldPlan, 'keeps'>,
  interventions: readonly Intervention[],
): readonly Intervention[] {
  if (keeps.length === 0) return interventions
  return interventions.filter(({ act }) => act.kind !== 'set' || !keeps.includes(act.path))
}

/** The road that a run's interventions ask for; both if they do not say. */
export function roadOf(run: Run): Road {
  let road: Road = 'both'
  for (const { act } of run.interventions) if (act.kind === 'road') road = act.road
  return road
}

/** Every mail program of the scenario takes the world's road. */
export function worldsOf(scenario: ScenarioFile, road: Road): WorldPlan[] {
  const plans: WorldPlan[] = []
  const { zones, traffic = [] } = scenario
  for (const route of ['direct', 'relayed'] as const)
    plans.push({ id: route, route, settings: roads(scenario, route), keeps: [], zones, traffic })
  for (const variant of scenario.variants) {
    const settings = { ...roads(scenario, variant.route), ...variant.settings }
    const keeps = Object.keys(variant.settings)
    const { id, route } = variant
    const own = { zones: zonesOf(scenario, variant), traffic: variant.traffic ?? traffic }
    plans.push({ id, route, settings, keeps, ...own })
  }
  return plans.filter((plan) => road === 'both' || plan.route === road)
}

/** The scenario's zones, with those of the variant in place of their namesakes or behind them. */
function zonesOf({ zones }: ScenarioFile, { zones: own = [] }: VariantSpec): readonly ZoneSpec[] {
  const others = zones.filter(({ origin }) => !own.some((one) => one.origin === origin))
  return [...others, ...own]
}

function roads(scenario: ScenarioFile, route: 'direct' | 'relayed'): Record<string, string> {
  const settings: Record<string, string> = { ...scenario.roads?.[route] }
  for (const host of scenario.hosts) if (host.kind === 'mua') settings[`${host.id}.road`] = route
  return settings
}
