import ArgumentParser
import Operations

/// `larder doctor`.
struct DoctorCommand: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say whether this machine and this workspace have what Larder needs.",
        discussion: "Exits 1 when something is missing. Secrets are never shown.")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let findings = await Doctor(options: options).examine()
        try Printer(format: options.format).write(
            Kind.finding.listing(findings, asOf: SystemTime.now()), listOptions)
        return findings.contains { $0.verdict == .fail } ? .failed : .done
    }
}
