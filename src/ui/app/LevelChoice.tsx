/** Whose words are used. */
import { LEVELS } from '../../sim/scenarios/scenario.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { setLevel } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS, LEVEL_NAMES } from '../words/page.ts'

const OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))

export function LevelChoice() {
  const level = useLab((s) => s.level)
  return <Segmented label={CONTROLS.level} value={level} options={OPTIONS} onChange={setLevel} />
}
