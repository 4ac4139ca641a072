import GRDB

/// The job-state database of a workspace: registry, job and export ledgers, dead letters, leases and the console's
/// notes, in one SQLite file.
///
/// Several processes have the file open at once: the console, commands, and one worker per job or export. Three rules
/// follow.
///
/// - **Open a file once per process.** A second ``StateDatabase`` on the same file works, but its writes are only
///   noticed by polling.
/// - **The file is the truth.** Nothing is kept in memory between two calls; what a call answers was true when it was
///   read.
/// - **Every change is one short `IMMEDIATE` transaction** that reads what it decides on. A process that finds the
///   file locked waits, and gives up with ``LocalStateErrorCode/locked``.
///
/// Calls run on the database's own threads; none blocks the cooperative pool.
public final class StateDatabase: Sendable {
    /// Where the file is.
    public let path: String
    let pool: DatabasePool
    let announcer = WriteAnnouncer()
    private let inode: FileInode?

    init(path: String, pool: DatabasePool) {
        self.path = path
        self.pool = pool
        inode = FileInode(path: path)
    }

    /// False once the file was removed or another one put in its place: what is written now, nobody will read.
    public var isInPlace: Bool { FileInode(path: path) == inode }

    /// Projects, feature sets and registered stores.
    public var registry: RegistryRecords { RegistryRecords(database: self) }
    /// Ingestion jobs.
    public var jobs: JobLedger { JobLedger(database: self) }
    /// Historical exports.
    public var exports: ExportLedger { ExportLedger(database: self) }
    /// Rows set aside, where no store keeps them.
    public var deadLetters: DeadLetterLedger { DeadLetterLedger(database: self) }
    /// Named leases, such as the reconciler's.
    public var leases: LeaseLedger { LeaseLedger(database: self) }
    /// What the console remembers.
    public var notes: ConsoleNotes { ConsoleNotes(database: self) }

    /// Gives the file back. Calls after this one fail.
    public func close() async {
        announcer.finish()
        let pool = pool
        await BlockingWork.run {
            // Readers first: the connection that closes last moves the log into the file, and readers cannot.
            pool.invalidateReadOnlyConnections()
            try? pool.close()
        }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Answer
    ) async throws(LocalStateError) -> Answer {
        do {
            return try await pool.read(body)
        } catch {
            throw LocalStateError(error, path: path)
        }
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Answer
    ) async throws(LocalStateError) -> Answer {
        do {
            let answer = try await pool.write(body)
            announcer.announce()
            return answer
        } catch {
            throw LocalStateError(error, path: path)
        }
    }
}
