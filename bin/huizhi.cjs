#!/usr/bin/env node
'use strict'
// CommonJS on purpose: libuv reads UV_THREADPOOL_SIZE when its pool is first used, and loading an ES module
// already uses it. DuckDB queries run on that pool; with the default of 4 they hold up every file read.
process.env.UV_THREADPOOL_SIZE ??= '16'
const { pathToFileURL } = require('node:url')
const { builtProgram } = require('./built-program.cjs')

load()
  .then((cli) => cli.main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })

/** The built program, or the sources where they are newer: what was changed last always runs. */
async function load() {
  const program = builtProgram()
  if (program !== null) return import(pathToFileURL(program).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import('../cli.ts')
}
