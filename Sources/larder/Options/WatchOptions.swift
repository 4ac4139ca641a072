import ArgumentParser

/// Whether a command asks again and again.
struct WatchOptions: ParsableArguments {
    private static let shortest = Duration.milliseconds(100)

    @Option(
        defaultAsFlag: TimeSpan(seconds: 2),
        help: ArgumentHelp("Ask again and again until interrupted, every so often (2s).", valueName: "interval"))
    var watch: TimeSpan?

    func validate() throws {
        guard let watch, watch.duration < Self.shortest else { return }
        throw ValidationError("--watch asks at most every 100ms; give a longer interval")
    }
}
