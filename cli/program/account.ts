import type { Command } from 'commander'
import { UsageError } from '../command.ts'
import { addAccountCommand, staffRoles } from '../commands/account.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import type { AddTo } from '../invocation.ts'
import { readPassword } from '../password.ts'

/** `huizhi account add --name N --role R [--display-name D]`; the password is asked for or piped in. */
export function addAccount(program: Command, add: AddTo): void {
  const account = program.command('account').description('本地账号').helpOption('-h, --help', '显示帮助')
  const { command, act } = add(account, 'add', '添加本地账号；密码在终端输入，或从标准输入读第一行')
  command
    .requiredOption('--name <账号>', '登录名')
    .requiredOption('--role <角色>', `角色：${staffRoles.join('、')}`)
    .option('--display-name <姓名>', '页面上显示的名字，默认同登录名')
    .action((options: { name: string; role: string; displayName?: string }) =>
      act(async ({ config, output, now }) => {
        const role = staffRoles.find((known) => known === options.role)
        if (role === undefined) {
          throw new UsageError(`没有“${options.role}”这个角色，可用：${staffRoles.join('、')}`)
        }
        const { name, displayName = name } = options
        const args = { name, displayName, role, password: await readPassword() }
        const made = await dispatch(addAccountCommand, args, { ...config, now, progress: output.progress })
        output.result(made, () => `已添加账号“${made.name}”，角色 ${made.role}`)
        return exitCodes.done
      }),
    )
}
