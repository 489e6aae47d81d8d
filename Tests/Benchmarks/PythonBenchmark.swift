struct PythonBenchmark { func run() throws {} }
