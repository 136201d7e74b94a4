import { join } from 'node:path'
import type { Command } from 'commander'
import { findRunningServer } from '#api'
import { openWarehouse } from '#warehouse'
import { UsageError, type CommandContext } from '../command.ts'
import { linkCommand, roles } from '../commands/link.ts'
import { prepareDemo } from '../demo/prepare.ts'
import { dispatch } from '../dispatch.ts'
import { exitCodes } from '../failure.ts'
import { startServer } from '../serve.ts'
import type { AddTo, Invocation } from '../invocation.ts'

interface ServeOptions {
  port?: string
  host?: string
}

/** `huizhi serve`, `huizhi demo` and `huizhi link`: the server and the way into it. */
export function addServe(program: Command, add: AddTo): void {
  const serve = add(program, 'serve', '启动服务：网页在 /，大屏在 /screen')
  withAddress(serve.command).action((options: ServeOptions) =>
    serve.act((invocation) => runServer(invocation, options)),
  )

  const demo = add(program, 'demo', '用虚构的示例市数据启动一套完整系统')
  withAddress(demo.command).action((options: ServeOptions) =>
    demo.act((invocation) => runServer(inDemoHome(invocation), options, prepareDemo)),
  )

  const link = add(program, 'link', '生成一次性登录链接（15 分钟内有效）')
  link.command
    .requiredOption('--role <角色>', `角色：${roles.join('、')}`)
    .action((options: { role: string }) =>
      link.act(async ({ config, output, now }) => {
        const role = roles.find((known) => known === options.role)
        if (role === undefined)
          throw new UsageError(`没有“${options.role}”这个角色，可用：${roles.join('、')}`)
        const made = await dispatch(linkCommand, { role }, { ...config, now, progress: output.progress })
        const { host, port } = (await findRunningServer(config.dataDir)) ?? config
        const url = `http://${host}:${port}${made.path}`
        output.result({ ...made, url }, () => `${url}\n有效期至 ${made.expiresAt}，只能用一次`)
        return exitCodes.done
      }),
    )
}

function withAddress(command: Command): Command {
  return command
    .option('--port <端口>', '监听端口（默认 8630 或环境变量 HUIZHI_PORT，0 为任意空闲端口）')
    .option('--host <地址>', '监听地址（默认只有本机 127.0.0.1）')
}

/** The demonstration has a data home of its own, so that invented rows never mix with real ones. */
function inDemoHome(invocation: Invocation): Invocation {
  const { config } = invocation
  return { ...invocation, config: { ...config, dataDir: join(config.dataDir, 'demo') } }
}

async function runServer(
  { config, output, now }: Invocation,
  options: ServeOptions,
  prepare: (context: CommandContext) => Promise<void> = async () => undefined,
): Promise<number> {
  const port = options.port === undefined ? config.port : parsePort(options.port)
  const warehouse = await openWarehouse({ dataDir: config.dataDir })
  const context = { warehouse, dataDir: config.dataDir, now, progress: output.progress }
  await prepare(context)
  const address = { port, host: options.host ?? config.host }
  const server = await startServer(warehouse, { ...config, ...address }, now, output.progress)
  const links: Record<string, string> = {}
  for (const role of roles) links[role] = server.url + (await linkCommand.run(context, { role })).path
  output.result({ url: server.url, links }, () => welcome(server.url, links))
  await server.closed
  return exitCodes.done
}

const roleNames: Record<string, string> = {
  leader: '领导',
  research: '研究室',
  supervision: '预算监督',
  data: '数据专员',
  admin: '管理员',
  screen: '大屏',
}

function welcome(url: string, links: Record<string, string>): string {
  return [
    '',
    `慧治已启动：${url}`,
    '',
    '一次性登录链接（15 分钟内有效，各用一次；之后用 npx huizhi link --role 角色 再生成）：',
    ...Object.entries(links).map(([role, link]) => `  ${roleNames[role] ?? role}：${link}`),
    '',
    '按 Ctrl-C 停止。',
  ].join('\n')
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port 应为 0 到 65535 之间的整数')
  return port
}
