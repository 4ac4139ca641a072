import FaultKit
import SQLiteAccess
import Testing

@Suite("A lazy connection")
struct LazyConnectionTests {
    @Test("opens once, asks again while there is nothing to open, and stays closed")
    func life() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/data.db"
        var lazy = LazyConnection(path: path) { () throws(DatabaseError) in
            DatabaseFile(path: path).exists ? try Connection(path: path) : nil
        }
        #expect(try lazy.get() == nil)
        _ = try Connection(path: path)
        let first = try #require(try lazy.get())
        #expect(try lazy.get() === first)
        lazy.close()
        lazy.close()
        let error = #expect(throws: DatabaseError.self) { try lazy.get() }
        #expect(error?.condition == .closed)
    }
}
