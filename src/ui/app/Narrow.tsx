/** The page on a phone: the stage on top, one panel below it. */
import { useEffect, useState } from 'react'
import { Tabs } from '../controls/Tabs.tsx'
import { labStore } from '../state/store.ts'
import { Prologue } from '../story/Prologue.tsx'
import { Story } from '../story/Story.tsx'
import { PANELS } from '../words/page.ts'
import { ActsBar, Inspector, Readings, Stage, SummaryLink } from './late.tsx'
import { ScenarioPicker } from './ScenarioPicker.tsx'
import styles from './app.module.css'

/** The scenario is chosen where its story is: the head of a phone has no room. */
function NarrowStory() {
  return (
    <>
      <Story bare />
      <div className={styles.storyEnd}>
        <Prologue />
        <ScenarioPicker />
        <SummaryLink />
      </div>
    </>
  )
}

const TABS = [
  { id: 'story', label: PANELS.story, content: <NarrowStory /> },
  { id: 'acts', label: PANELS.acts, content: <ActsBar /> },
  { id: 'details', label: PANELS.details, content: <Inspector /> },
  { id: 'readings', label: PANELS.readings, content: <Readings /> },
]

/** In the middle of a change, which has set the run going: the fields are not taken away from it. */
function isAtWork(): boolean {
  const focused = document.activeElement
  return (
    focused !== null &&
    focused.matches('input, select, textarea, button, summary') &&
    focused.closest('[role=tabpanel]') !== null
  )
}

export function Narrow() {
  const [tab, setTab] = useState('story')
  // Whoever selects something wants to see it; after the run the explanation comes by itself.
  useEffect(
    () =>
      labStore.subscribe((now, before) => {
        if (now.selection !== null && now.selection !== before.selection) setTab('details')
        // In a riddle the card has just been handed in, and shows what came of it.
        const isOver = now.finished && !before.finished && now.scenario.mystery === undefined
        if (isOver && !isAtWork()) setTab('story')
      }),
    [],
  )
  return (
    <div className={styles.narrow}>
      <h2 className="for-readers">{PANELS.stage}</h2>
      <div className={styles.stage}>
        <Stage />
      </div>
      <div id="story" tabIndex={-1} className={styles.panel}>
        <Tabs label={PANELS.label} tabs={TABS} selected={tab} onSelect={setTab} />
      </div>
    </div>
  )
}
