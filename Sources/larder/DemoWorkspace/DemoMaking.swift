import FeatureModel
import Glibc
import Operations

/// Makes the demo's workspace, or goes on where an earlier run was ended.
struct DemoMaking: Sendable {
    let workspace: DemoWorkspace
    let talk: Talk

    /// Makes what is missing.
    ///
    /// - Parameter fresh: deletes what an earlier run made beforehand.
    func make(fresh: Bool) async throws(OperationError) {
        switch workspace.progress {
        case .foreign:
            throw OperationError(
                .refused, "\(workspace.directory) is a workspace that the demo did not make",
                target: workspace.directory, hint: "name another folder with --workspace")
        case .complete where !fresh: return
        case .begun, .complete: if fresh { try await deleteParts() }
        case .absent: break
        }
        talk.say("making the demo's workspace in \(workspace.directory)")
        try workspace.mark("begun")
        try WrittenFile.write(
            DemoWorkspace.configuration, to: "\(workspace.directory)/larder.yaml",
            inNewFolder: workspace.directory, replaces: true)
        try copyDepartures()
        try await fill()
        try workspace.mark("complete")
    }

    /// The options that open the workspace without a word.
    private var quietly: CommandOptions {
        var options = CommandOptions()
        options.workspaceOptions = workspace.options
        options.talkOptions = TalkOptions.quiet
        options.outputOptions = OutputOptions.table
        return options
    }

    private func fill() async throws(OperationError) {
        let session = try await Session.open(quietly)
        do throws(OperationError) {
            let path = try file("feature_sets.yaml")
            _ = try await session.operations.featureSets.apply(try DocumentFile.read(path), path, false)
            for name in ["weather", "carrier_delays"] { try await ingest(name, session) }
            await session.close()
        } catch {
            await session.close()
            throw error
        }
    }

    private func ingest(_ name: String, _ session: Session) async throws(OperationError) {
        let request = IngestRequest(
            path: try file("\(name).csv.gz"), featureSet: FeatureSetReference(project: "nyc", name: name), waits: true)
        let report = IngestReport(talk: talk)
        let result = try await session.operations.ingest.ingest(request) { report.tell($0) }
        report.finish()
        let stores = result.stores.map { "\($0.written) in store \($0.name)" }.joined(separator: ", ")
        talk.say("\(result.featureSet): \(result.rowsProduced) rows, \(stores)")
    }

    /// Jobs of an earlier run still hold the files that are about to go.
    private func deleteParts() async throws(OperationError) {
        if let session = try? await Session.open(quietly) {
            let jobs = (try? await session.operations.jobs.list(JobQuery(activeOnly: true))) ?? []
            _ = try? await session.operations.jobs.stop(jobs.map(\.job.id))
            await waitForEnd(of: jobs.map(\.job.id), session)
            await session.close()
        }
        for part in DemoWorkspace.parts { try FolderRemoval.remove("\(workspace.directory)/\(part)") }
    }

    private func waitForEnd(of jobs: [JobID], _ session: Session) async {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(10)
        for id in jobs {
            while clock.now < deadline, let job = try? await session.operations.jobs.get(id).job,
                !job.status.isTerminal
            {
                _ = try? await clock.sleep(for: .milliseconds(50))
            }
        }
    }

    private func copyDepartures() throws(OperationError) {
        try FileCopy.copy(try file("departures.csv.gz"), to: "\(workspace.directory)/departures.csv.gz")
    }

    private func file(_ name: String) throws(OperationError) -> String {
        let share = ShareDirectory(variables: RunningProgram.variables, executable: RunningProgram.executable)
        guard let path = share.demoFile(name) else {
            throw OperationError(
                .failed, "the demo's data is not beside this program: \(name)", target: name,
                hint: "run it where it was built or installed, or set LARDER_SHARE")
        }
        return path
    }
}
