public import FeatureModel
import GRDB

/// Named leases: at any time one process holds one, and loses it when it is not heard of for the term.
public struct LeaseLedger: Sendable {
    let database: StateDatabase

    /// Takes a lease, or renews it: when it is free, expired, or the asker's already.
    public func claim(
        _ name: LeaseName, holder: WorkerIdentity, at now: Timestamp, term: Duration
    ) async throws(LocalStateError) -> LeaseClaim {
        try await database.write { db in
            if let (other, heartbeat) = try current(name, in: db), other != holder,
                !LeaseTerm(duration: term).hasExpired(since: heartbeat, at: now)
            {
                return .held(by: other, heartbeatAt: heartbeat)
            }
            try db.execute(
                sql: """
                    INSERT INTO leases (name, worker_host, worker_pid, heartbeat_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET worker_host = excluded.worker_host,
                        worker_pid = excluded.worker_pid, heartbeat_at = excluded.heartbeat_at
                    """,
                arguments: [name.rawValue, holder.host, holder.pid, StoredText.time(now)])
            return .claimed
        }
    }

    /// Gives a lease back. Harmless when it is somebody else's.
    ///
    /// - Returns: true when the holder had it.
    @discardableResult
    public func release(_ name: LeaseName, holder: WorkerIdentity) async throws(LocalStateError) -> Bool {
        try await database.write { db in
            try db.execute(
                sql: "DELETE FROM leases WHERE name = ? AND worker_host = ? AND worker_pid = ?",
                arguments: [name.rawValue, holder.host, holder.pid])
            return db.changesCount == 1
        }
    }

    /// Who holds a lease, expired or not; nil when nobody took it.
    public func holder(of name: LeaseName) async throws(LocalStateError) -> WorkerIdentity? {
        try await database.read { try current(name, in: $0)?.0 }
    }

    private func current(_ name: LeaseName, in db: Database) throws -> (WorkerIdentity, Timestamp)? {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM leases WHERE name = ?", arguments: [name.rawValue])
        guard let row, let worker = row.worker else { return nil }
        return (worker, try row.time("heartbeat_at"))
    }
}
