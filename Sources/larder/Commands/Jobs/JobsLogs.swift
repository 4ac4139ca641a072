import ArgumentParser
import FeatureModel
import Operations
import TextCanvas

/// `larder jobs logs`.
struct JobsLogs: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Show the log of a job.",
        discussion: "Example: larder jobs logs JOB --follow")

    @Argument(help: "The job's id.")
    var id: String

    @Flag(name: .shortAndLong, help: "Go on with what is written from now on.")
    var follow = false

    @Option(help: ArgumentHelp("How many of the last lines.", valueName: "n"))
    var tail = 200

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        var chunk = try await session.operations.jobs.log(JobID(id), nil, max(0, tail))
        Self.show(chunk)
        guard follow else { return .done }
        while true {
            do { try await ContinuousClock().sleep(for: .milliseconds(500)) } catch {
                throw OperationError(.interrupted, "interrupted")
            }
            chunk = try await session.operations.jobs.log(JobID(id), chunk.next, Self.most)
            Self.show(chunk)
        }
    }

    /// How many lines are read at once while following.
    private static let most = 10_000

    private static func show(_ chunk: LogChunk) {
        for line in chunk.lines { StandardStream.out.write(SafeText.escaped(line) + "\n") }
    }
}
