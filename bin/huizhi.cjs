#!/usr/bin/env node
'use strict'
// CommonJS on purpose: libuv reads UV_THREADPOOL_SIZE when its pool is first used, and loading an ES module
// already uses it. DuckDB queries run on that pool; with the default of 4 they hold up every file read.
process.env.UV_THREADPOOL_SIZE ??= '16'
import('tsx/esm/api')
  .then(({ register }) => {
    register()
    return import('../cli.ts')
  })
  .then((cli) => cli.main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
