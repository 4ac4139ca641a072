import ArgumentParser
import Operations

/// Which documents are applied, and whether in earnest.
struct ApplyOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp("The file of YAML documents; - for standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    @OptionGroup var confirmOptions: ConfirmOptions

    /// Reads the documents, asks, and applies them.
    ///
    /// - Parameters:
    ///   - things: what the documents describe, for the question.
    ///   - session: where results are written.
    ///   - operation: applies a document that came from a path; the flag asks only for the difference.
    func apply(
        _ things: String, _ session: Session,
        _ operation: @Sendable (String, String, Bool) async throws(OperationError) -> [ApplyOutcome]
    ) async throws(OperationError) -> ExitStatus {
        let document = try DocumentFile.read(file)
        if !dryRun { try Assent(confirmOptions).ask("Apply the \(things) of \(file)?") }
        let outcomes = try await operation(document, file == "-" ? "standard input" : file, dryRun)
        try session.printer.write(Kind.applyResult.listing(outcomes, asOf: session.now()))
        return .done
    }
}
