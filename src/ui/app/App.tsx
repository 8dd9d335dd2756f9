/** The page as a whole. */
import { useCallback, useState, type MouseEvent } from 'react'
import { Icon } from '../controls/Icon.tsx'
import { setLinkProblem } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS, LINK_PROBLEMS, PANELS, PLAYBACK } from '../words/page.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Failure } from './Failure.tsx'
import { Header } from './Header.tsx'
import { Help } from './Help.tsx'
import { Narrow } from './Narrow.tsx'
import { PlayBar } from './PlayBar.tsx'
import { PresentBar } from './PresentBar.tsx'
import { FocusKeeper } from './focus-keeper.ts'
import { Captions, Stage, Summary, TimeRail } from './late.tsx'
import { useMedia } from './useMedia.ts'
import { useShortcuts } from './useShortcuts.ts'
import { Wide } from './Wide.tsx'
import styles from './app.module.css'
import present from './present.module.css'

export function App() {
  const [help, setHelp] = useState(false)
  const openHelp = useCallback(() => setHelp(true), [])
  const presenting = useLab((s) => s.presenting)
  const narrow = useMedia('(max-width: 700px)')
  useShortcuts(openHelp)
  return (
    <ErrorBoundary>
      <div className={styles.page} data-presenting={presenting || undefined}>
        {!presenting && (
          <a className={styles.skip} href="#story" onClick={skipToStory}>
            {CONTROLS.skip}
          </a>
        )}
        <Header onHelp={openHelp} narrow={narrow} />
        <LinkProblem />
        <main className={styles.main}>
          {presenting ? <Presentation /> : narrow ? <Narrow /> : <Wide />}
        </main>
        <section className={styles.rail} aria-label={PLAYBACK.region}>
          {presenting ? <PresentBar /> : <PlayBar />}
          <TimeRail />
        </section>
        <Help open={help} onClose={() => setHelp(false)} />
        <Failure />
        <FocusKeeper />
      </div>
      <Summary />
    </ErrorBoundary>
  )
}

/** The address holds the run: a jump within the page must not write over it. */
function skipToStory(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('story')?.focus()
}

function Presentation() {
  return (
    <div className={present.presentation}>
      <h2 className="for-readers">{PANELS.stage}</h2>
      <div className={present.stage}>
        <Stage />
      </div>
      <Captions />
    </div>
  )
}

function LinkProblem() {
  const problem = useLab((s) => s.linkProblem)
  if (problem === null) return null
  return (
    <p role="alert" className={styles.problem}>
      <span>{problem}</span>
      <button type="button" className="button" onClick={() => setLinkProblem(null)}>
        <Icon name="close" />
        {LINK_PROBLEMS.dismiss}
      </button>
    </p>
  )
}
