import Dispatch
import FaultKit
import Foundation
import SQLiteAccess
import Synchronization
import Testing

@Suite("A connection")
struct ConnectionTests {
    private final class Flag: Sendable {
        private let state = Mutex(false)
        var isRaised: Bool { state.withLock { $0 } }
        func raise() { state.withLock { $0 = true } }
    }

    private let folder: TemporaryFolder
    private var path: String { folder.path + "/data.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("makes the file, in write-ahead mode")
    func creates() throws {
        let connection = try Connection(path: path)
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
        #expect(DatabaseFile(path: path).exists)
    }

    @Test("applies its options")
    func options() throws {
        let options = ConnectionOptions(synchronous: .full, cacheKiB: 1_234, checkpointPages: 77)
        let connection = try Connection(path: path, options: options)
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.integer("PRAGMA cache_size") == -1_234)
        #expect(try connection.integer("PRAGMA wal_autocheckpoint") == 77)
    }

    @Test("does not make a file that should exist")
    func missing() {
        let error = #expect(throws: DatabaseError.self) { try Connection(path: path, access: .existing) }
        #expect(error?.condition == .missing)
        #expect(!DatabaseFile(path: path).exists)
    }

    @Test("names the folder as the trouble when there is none")
    func missingFolder() {
        let error = #expect(throws: DatabaseError.self) { try Connection(path: folder.path + "/none/data.db") }
        #expect(error?.condition == .missing)
        #expect(error?.advice.contains("/none/data.db") == true)
    }

    @Test("a file that is no database is damaged")
    func notADatabase() throws {
        try Data(repeating: 65, count: 8_192).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: DatabaseError.self) { try Connection(path: path) }
        #expect(error?.condition == .damaged)
    }

    @Test("a file without permission to write is denied", .enabled(if: geteuid() != 0, "root may write everything"))
    func readOnlyFolder() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        let error = #expect(throws: DatabaseError.self) { try Connection(path: path) }
        #expect(error?.condition == .denied)
    }

    @Test("a full database says so, and the transaction leaves nothing behind")
    func full() throws {
        let connection = try Connection(path: path)
        try connection.execute("CREATE TABLE t(x BLOB)")
        try connection.execute("PRAGMA max_page_count = 4")
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction(.writing) { () throws(DatabaseError) in
                try connection.execute("INSERT INTO t VALUES (1)")
                try connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
            }
        }
        #expect(error?.condition == .full)
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }

    @Test("a lock held elsewhere is busy after the timeout")
    func busy() throws {
        let owner = try Connection(path: path)
        let other = try Connection(path: path, options: ConnectionOptions(busyTimeoutMilliseconds: 1))
        try owner.transaction(.writing) { () throws(DatabaseError) in
            let error = #expect(throws: DatabaseError.self) {
                try other.transaction(.writing) { () throws(DatabaseError) in }
            }
            #expect(error?.condition == .busy)
        }
        try other.transaction(.writing) { () throws(DatabaseError) in try other.execute("CREATE TABLE t(x)") }
    }

    @Test("a transaction that throws is rolled back")
    func rollback() throws {
        let connection = try Connection(path: path)
        try connection.execute("CREATE TABLE t(x UNIQUE)")
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction(.writing) { () throws(DatabaseError) in
                try connection.execute("INSERT INTO t VALUES (1)")
                try connection.execute("INSERT INTO t VALUES (1)")
            }
        }
        #expect(error?.condition == .constraint)
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }

    @Test("a reading transaction sees one state")
    func snapshot() throws {
        let writer = try Connection(path: path)
        try writer.execute("CREATE TABLE t(x); INSERT INTO t VALUES (1)")
        let reader = try Connection(path: path)
        try reader.transaction(.reading) { () throws(DatabaseError) in
            #expect(try reader.integer("SELECT count(*) FROM t") == 1)
            try writer.execute("INSERT INTO t VALUES (2)")
            #expect(try reader.integer("SELECT count(*) FROM t") == 1)
        }
        #expect(try reader.integer("SELECT count(*) FROM t") == 2)
    }

    @Test("another thread can interrupt a statement, and the connection goes on")
    func interrupt() throws {
        let connection = try Connection(path: path)
        let interrupter = connection.interrupter
        // On a thread of its own: the statement below holds one of the few that tasks have.
        let flag = Flag()
        let over = DispatchSemaphore(value: 0)
        DispatchQueue(label: "interrupting").async {
            while !flag.isRaised { interrupter.interrupt() }
            over.signal()
        }
        let error = #expect(throws: DatabaseError.self) {
            try connection.integer(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        }
        flag.raise()
        over.wait()
        #expect(error?.condition == .interrupted)
        #expect(try connection.integer("SELECT 1") == 1)
        connection.close()
        interrupter.interrupt()
    }

    @Test("closing twice is harmless")
    func closing() throws {
        let connection = try Connection(path: path)
        connection.close()
        connection.close()
        #expect(DatabaseFile(path: path).writeAheadLogSize == 0)
    }
}
