/** The head of the page: which scenario, which road, whose words, and what one does with the whole. */
import { useState } from 'react'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { setPresenting, setRoad } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS, NAME, ROAD_NAMES } from '../words/page.ts'
import { SummaryLink } from './late.tsx'
import { LevelChoice } from './LevelChoice.tsx'
import { ScenarioPicker } from './ScenarioPicker.tsx'
import { Settings } from './Settings.tsx'
import { Share } from './Share.tsx'
import styles from './app.module.css'

const ROADS = (['direct', 'relayed', 'both'] as const).map((value) => ({
  value,
  label: ROAD_NAMES[value],
}))

interface ToolProps {
  readonly icon: IconName
  readonly name: string
  readonly onClick: () => void
}

function Tool({ icon, name, onClick }: ToolProps) {
  return (
    <button type="button" className="icon-button" onClick={onClick}>
      <Icon name={icon} />
      <span className={styles.toolName}>{name}</span>
    </button>
  )
}

interface Props {
  readonly onHelp: () => void
  /** On a phone only what concerns the picture stays in the head. */
  readonly narrow: boolean
}

export function Header({ onHelp, narrow }: Props) {
  const [open, setOpen] = useState<'share' | 'settings' | null>(null)
  const presenting = useLab((s) => s.presenting)
  // Probes go straight to the one receiver.
  const riddle = useLab((s) => s.scenario.mystery !== undefined)
  const close = (): void => setOpen(null)
  if (presenting)
    return (
      <header className="for-readers">
        <h1>{NAME}</h1>
      </header>
    )
  return (
    <header className={styles.header}>
      <h1>{NAME}</h1>
      <div className={styles.choices}>
        {!narrow && <ScenarioPicker />}
        {!riddle && <RoadChoice />}
        {!narrow && <LevelChoice />}
      </div>
      <div className={styles.tools}>
        {!narrow && <SummaryLink />}
        <Tool icon="share" name={CONTROLS.share} onClick={() => setOpen('share')} />
        {!narrow && (
          <Tool icon="present" name={CONTROLS.present} onClick={() => setPresenting(true)} />
        )}
        <Tool icon="settings" name={CONTROLS.settings} onClick={() => setOpen('settings')} />
        {!narrow && <Tool icon="help" name={CONTROLS.help} onClick={onHelp} />}
      </div>
      <Share open={open === 'share'} onClose={close} />
      <Settings open={open === 'settings'} onClose={close} />
    </header>
  )
}

function RoadChoice() {
  const road = useLab((s) => s.road)
  return <Segmented label={CONTROLS.road} value={road} options={ROADS} onChange={setRoad} />
}
