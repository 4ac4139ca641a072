import ArgumentParser

/// `larder jobs`.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "The ingestion jobs: what feeds the stores.",
        subcommands: [
            JobsList.self, JobsGet.self, JobsStart.self, JobsStop.self, JobsRestart.self,
            JobsSuspend.self, JobsResume.self, JobsLogs.self, JobsMetrics.self, JobsSpec.self, JobsHistory.self,
            JobsReconcile.self,
        ])
}
