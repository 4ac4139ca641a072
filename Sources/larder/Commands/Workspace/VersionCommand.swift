import ArgumentParser
import Operations

/// `larder version`.
struct VersionCommand: ContractCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Show the version.")

    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let program = ProgramVersion(number: RunningProgram.version)
        Printer(format: options.format).write(.version, program) { "larder \($0.number)\n" }
        return .done
    }
}

/// Which version of the program runs.
struct ProgramVersion: Sendable {
    let number: String
}

extension Kind where Thing == ProgramVersion {
    /// The version (`version`).
    static var version: Kind {
        Kind(name: "Version", nameField: "version", fields: [.text("version") { $0.number }])
    }
}
