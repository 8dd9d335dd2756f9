import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Segmented } from '../../../src/ui/controls/Segmented.tsx'

const ROADS = ['By post office', 'By a post office for members only', 'Both'].map((value) => ({
  value,
  label: value,
}))

it('in a narrow box every choice is in sight, however long the names are', async () => {
  await render(
    <div style={{ width: '18rem' }} data-testid="box">
      <Segmented label="Road" value="Both" options={ROADS} onChange={() => {}} />
    </div>,
  )
  const edge = page.getByTestId('box').element().getBoundingClientRect().right
  for (const { label } of ROADS) {
    const choice = page.getByText(label, { exact: true }).element()
    expect(choice.getBoundingClientRect().right).toBeLessThanOrEqual(edge)
  }
})
