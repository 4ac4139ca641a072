import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs spec`.
struct JobsSpec: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec", abstract: "Write what a worker on another host needs to run a job.",
        discussion: """
            Example: larder jobs spec JOB > job.yaml, and elsewhere: larder worker --spec job.yaml. Secrets are written as \
            variables, which the other host has to set.
            """)

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        StandardStream.out.write(try await session.operations.jobs.specification(JobID(id)))
        return .done
    }
}
