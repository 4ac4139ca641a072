import ArgumentParser

/// What every command takes: which workspace, the form of data, how much is said.
struct CommandOptions: ParsableArguments {
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var talkOptions: TalkOptions

    /// The form of data, which is the form of errors too.
    var format: OutputFormat { outputOptions.output }
}
