import ArgumentParser
import Operations

/// `larder doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say whether this machine and this workspace have what Larder needs.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    func run() async throws {
        let (workspace, talk, format) = (workspaceOptions, talkOptions, outputOptions.output)
        try await CommandEnd.reached(format) { () async throws(OperationError) -> ExitStatus in
            let findings = await Doctor(workspace: workspace, talk: talk).examine()
            try Printer(format: format).write(Kind.finding.listing(findings, asOf: SystemTime.now()))
            return findings.contains { $0.verdict == .fail } ? .failed : .done
        }
    }
}
