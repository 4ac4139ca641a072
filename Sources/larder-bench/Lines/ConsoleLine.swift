/// The console as a person has it: the real program on a pseudo-terminal.
struct ConsoleLine: BenchLine {
    let larder: String

    var promises: [Measurement] { promises(Scale.full) }

    private func promises(_ scale: Scale) -> [Measurement] {
        [
            Measurement(
                "console.first-frame", "from starting the program to the list of stores on the terminal",
                unit: .milliseconds, limit: .atMost(100)),
            Measurement(
                "console.key-to-frame",
                "from a key to the end of the frame it causes, \(scale.deadLetters) letters in the Dead letters list",
                unit: .milliseconds, limit: .atMost(16)),
            Measurement(
                "console.idle", "processor time of the open console while nobody touches it", unit: .percentOfCore,
                limit: .atMost(1)),
            Measurement(
                "console.memory", "memory in use after browsing the Dead letters list", unit: .mebibytes,
                limit: .atMost(100)),
        ]
    }

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let scale = context.scale
        let directory = "\(context.folder)/console"
        try await ConsoleWorkspace(directory: directory).fill(deadLetters: scale.deadLetters)
        let run = ConsoleRun(larder: larder, directory: directory, scale: scale, rounds: context.rounds)
        let figures = try await Blocking.run { run.measure() }
        let values = [figures.firstFrame, figures.keyToFrame, figures.idle, figures.memory]
        return zip(promises(scale), values).map { $0.with($1) }
    }
}
