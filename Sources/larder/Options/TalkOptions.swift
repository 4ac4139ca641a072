import ArgumentParser

/// How much a command says on standard error.
struct TalkOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more.")
    var verbose = false

    @Option(help: ArgumentHelp("Use colours: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto
}

extension TalkOptions {
    /// Nothing but errors.
    static var quiet: TalkOptions {
        var options = TalkOptions()
        options.quiet = true
        options.verbose = false
        options.color = .auto
        return options
    }
}
