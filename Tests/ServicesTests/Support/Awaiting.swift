import FeatureModel
import LocalState

@testable import Services

extension Workspace {
    /// Waits until a job looks as it should; every look is brought about by a change of the ledger.
    func job(_ id: JobID, until isRight: (Job) -> Bool) async throws -> Job? {
        for await _ in database.changes(every: terms.look, clock: environment.clock) {
            if let job = try await database.jobs.get(id), isRight(job) { return job }
        }
        return nil
    }

    /// The only job there is.
    func onlyJob() async throws -> Job? { try await database.jobs.list().first }
}
