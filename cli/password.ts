import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './command.ts'

/**
 * A password from the terminal, not echoed and asked twice, or the first line of what is piped in. Never from an
 * option: options are seen in process lists and shell histories.
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await firstLine()) ?? ''
  const password = await ask('密码：')
  if ((await ask('再输一遍：')) !== password) throw new UsageError('两次输入的密码不一样')
  return password
}

async function firstLine(): Promise<string | undefined> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return undefined
}

function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    terminal.question('', (answer) => {
      terminal.close()
      process.stderr.write('\n')
      resolve(answer)
    })
  })
}
