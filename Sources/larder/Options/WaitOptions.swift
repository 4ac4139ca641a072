import ArgumentParser

/// Whether a command waits for the end of what it started, and how long.
struct WaitOptions: ParsableArguments {
    @Flag(help: "Wait for the end.")
    var wait = false

    @Option(help: ArgumentHelp("Wait no longer than this, such as 30s.", valueName: "span"))
    var timeout: TimeSpan?
}
