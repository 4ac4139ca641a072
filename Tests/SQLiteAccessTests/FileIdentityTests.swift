import FaultKit
import SQLiteAccess
import Testing

@Suite("The identity of a file")
struct FileIdentityTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/data.db" }
    private let identity = FileIdentity(
        applicationID: 4_711, version: 2, purpose: "a test", schema: "CREATE TABLE t(x); CREATE INDEX i ON t(x)")

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("is taken by an empty file, once")
    func adopts() throws {
        let first = try Connection(path: path)
        #expect(try first.recognize(identity) == .empty)
        try first.adopt(identity)
        let second = try Connection(path: path)
        try second.adopt(identity)
        #expect(try second.recognize(identity) == .known)
        #expect(try second.integer("SELECT count(*) FROM t") == 0)
    }

    @Test("of a newer schema is refused, saying which")
    func newer() throws {
        let connection = try Connection(path: path)
        try connection.adopt(identity)
        try connection.execute("PRAGMA user_version = 9")
        let error = #expect(throws: DatabaseError.self) { try connection.adopt(identity) }
        #expect(error?.condition == .newer(found: 9, known: 2))
        #expect(error?.advice.contains("schema 9") == true)
    }

    @Test(
        "of another program is refused, and the file stays as it is",
        arguments: ["CREATE TABLE theirs(x)", "PRAGMA application_id = 5", "PRAGMA user_version = 1"])
    func foreign(_ sql: String) throws {
        let connection = try Connection(path: path)
        try connection.execute(sql)
        let error = #expect(throws: DatabaseError.self) { try connection.adopt(identity) }
        #expect(error?.condition == .foreign)
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 't'") == 0)
    }
}
