struct FootprintBenchmark { func run() throws {} }
