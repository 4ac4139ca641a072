import Foundation
import GRDB

extension StateDatabase {
    /// Opens the file, makes it (and the folder it lies in) where it is missing, and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - patience: how long to wait for another process that is writing, at opening and at every call.
    /// - Throws: `locked`, `damaged`, `unwritable`, `full`, `newer` (a later Larder wrote it) or `foreign` (it is some
    ///   other program's); every one of them says what to do.
    public static func open(
        at path: String, patience: Duration = .seconds(5)
    ) async throws(LocalStateError) -> StateDatabase {
        let opened = await BlockingWork.run {
            Result { () throws(LocalStateError) in
                do {
                    return try openBlocking(path: path, patience: patience)
                } catch {
                    throw LocalStateError(error, path: path)
                }
            }
        }
        return try opened.get()
    }

    private static func openBlocking(path: String, patience: Duration) throws -> StateDatabase {
        try prepareFolder(of: path)
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration(patience: patience))
                try bringUpToDate(pool, path: path)
                return StateDatabase(path: path, pool: pool)
            } catch let error as DatabaseError where isRace(error) && ContinuousClock.now < deadline {
                usleep(25_000)
            }
        }
    }

    /// Two processes that make the file at once can meet in the switch to WAL, which does not wait, or in a migration
    /// that the other one finished in between. Both are over at the next attempt.
    private static func isRace(_ error: DatabaseError) -> Bool {
        switch error.resultCode {
        case .SQLITE_BUSY where error.message?.contains("locked") == true: true
        case .SQLITE_ERROR where error.message?.contains("already exists") == true: true
        case .SQLITE_CONSTRAINT where error.message?.contains("grdb_migrations") == true: true
        default: false
        }
    }

    private static func prepareFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LocalStateError(
                .unwritable, "cannot make the folder \(folder) for the job-state database",
                hint: "check the folder's rights, or name another one with 'state:' in larder.yaml")
        }
    }

    static func configuration(patience: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.label = "larder.state"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(patience / .seconds(1))
        configuration.prepareDatabase { db in
            // A commit then survives the process, which is what the ledger promises; a power cut may cost the last
            // ones, never the file.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        return configuration
    }

    private static func bringUpToDate(_ pool: DatabasePool, path: String) throws {
        let migrator = StateSchema.migrator
        let isComplete = try pool.read { db in
            try refuseForeign(db, path: path)
            if try migrator.hasBeenSuperseded(db) {
                throw LocalStateError(
                    .newer, "\(path) was written by a later version of larder",
                    hint: "use that version, or name another folder with 'state:' in larder.yaml")
            }
            return try migrator.hasCompletedMigrations(db)
        }
        if isComplete {
            guard access(path, W_OK) == 0 else { throw LocalStateError.unwritable(path) }
        } else {
            try migrator.migrate(pool)
        }
    }

    private static func refuseForeign(_ db: Database, path: String) throws {
        let mark = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int64.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard mark != StateSchema.applicationID, mark != 0 || tables > 0 else { return }
        // The first migration commits together with GRDB's own table or not at all, except for that table itself.
        let onlyMigrations = try Bool.fetchOne(
            db, sql: "SELECT count(*) = 0 FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        guard mark != 0 || onlyMigrations != true else { return }
        throw LocalStateError(
            .foreign, "\(path) is a database of some other program",
            hint: "move it aside, or name another folder with 'state:' in larder.yaml")
    }
}
