import ArgumentParser
import FeatureModel
import Operations

/// `larder feature-sets apply`.
struct FeatureSetsApply: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Apply feature sets from a file of YAML documents, all or nothing.")

    @Option(name: [.customShort("f"), .long], help: ArgumentHelp("The file; - for standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let document = try DocumentFile.read(file)
        if !dryRun { try Assent(confirmOptions).ask("Apply the feature sets of \(file)?") }
        let outcomes = try await session.operations.featureSets.apply(document, file, dryRun)
        try session.printer.write(Kind.applyResult.listing(outcomes, asOf: session.now()))
        return .done
    }
}
