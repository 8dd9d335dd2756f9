import { expect, it } from 'vitest'
import { fieldText, printContent } from '../../../../src/sim/mail/dkim/content.ts'

it('content is printed with CRLF line ends', () => {
  const fields = [
    { name: 'From', value: 'a' },
    { name: 'Subject', value: 'b\r\n\tc' },
  ]
  expect(printContent({ fields, body: 'x\r\n' })).toBe('From: a\r\nSubject: b\r\n\tc\r\n\r\nx\r\n')
  expect(printContent({ fields: [], body: '' })).toBe('\r\n')
  expect(fieldText({ name: 'From', value: '' })).toBe('From: ')
})
