import type { HostSpec } from '../../sim/scenarios/scenario.ts'
import type { Scene } from '../inspector/scene.ts'

/** What an act of a host is given. */
export interface ActProps {
  readonly scene: Scene
  readonly host: HostSpec
  readonly index: number
}
