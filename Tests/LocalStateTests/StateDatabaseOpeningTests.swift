import FeatureModel
import Foundation
import GRDB
import LocalState
import Testing

@Suite("Opening the job-state database")
struct StateDatabaseOpeningTests {
    private func failure(at path: String) async throws -> LocalStateError? {
        do throws(LocalStateError) {
            let database = try await StateDatabase.open(at: path, patience: .milliseconds(50))
            await database.close()
            return nil
        } catch {
            return error
        }
    }

    @Test("a missing file and its folders are made, and an empty file is brought up to date")
    func makesFile() async throws {
        try await withFolder { folder in
            let path = folder + "/a/b/state.db"
            #expect(try await failure(at: path) == nil)
            #expect(FileManager.default.fileExists(atPath: path))
            let empty = folder + "/empty.db"
            #expect(FileManager.default.createFile(atPath: empty, contents: nil))
            #expect(try await failure(at: empty) == nil)
            let names = try await DatabaseQueue(path: empty).read { db in
                try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
            }
            #expect(
                names == [
                    "1 registry", "2 jobs", "3 exports", "4 dead letters", "5 leases and notes", "6 attempts",
                    "7 measures",
                ])
        }
    }

    @Test("what was written is there after opening again")
    func reopens() async throws {
        try await withState { database, path in
            try await database.notes.set("theme", to: "dusk")
            await database.close()
            let again = try await StateDatabase.open(at: path)
            #expect(try await again.notes.get("theme") == "dusk")
            await again.close()
        }
    }

    @Test("a file that was removed or replaced while it is open is noticed")
    func removed() async throws {
        try await withState { database, path in
            #expect(database.isInPlace)
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            #expect(!database.isInPlace)
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(!database.isInPlace)
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".old", toPath: path)
            #expect(database.isInPlace)
        }
    }

    @Test("a file that is no database is damaged, and the message says what to do")
    func damaged() async throws {
        try await withFolder { folder in
            let path = folder + "/state.db"
            try Data(repeating: 0x58, count: 8192).write(to: URL(fileURLWithPath: path))
            let error = try #require(try await failure(at: path))
            #expect(error.code == .damaged)
            #expect(error.message.contains(path))
            #expect(error.hint?.contains("move it aside") == true)
        }
    }

    @Test("pages that were overwritten are reported as damage, not answered from")
    func damagedPages() async throws {
        try await withState { database, path in
            try await Sample.register(in: database)
            await database.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 100))
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = try await failure(at: path)
            #expect(error?.code == .damaged, "\(String(describing: error)), \(bytes.count) bytes")
        }
    }

    @Test("a file that a later version wrote is refused")
    func newer() async throws {
        try await withState { database, path in
            await database.close()
            try await DatabaseQueue(path: path).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
            }
            #expect(try await failure(at: path)?.code == .newer)
        }
    }

    @Test("another program's database is refused and left as it was")
    func foreign() async throws {
        try await withFolder { folder in
            let path = folder + "/state.db"
            let other = try DatabaseQueue(path: path)
            try await other.write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
            try other.close()
            #expect(try await failure(at: path)?.code == .foreign)
            let tables = try await DatabaseQueue(path: path).read { db in
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_master")
            }
            #expect(tables == ["recipes"])
        }
    }

    @Test("a folder in place of the file, or a file in place of the folder, cannot be written")
    func unwritable() async throws {
        try await withFolder { folder in
            #expect(try await failure(at: folder)?.code == .unwritable)
            #expect(FileManager.default.createFile(atPath: folder + "/file", contents: nil))
            let error = try #require(try await failure(at: folder + "/file/state.db"))
            #expect(error.code == .unwritable)
            #expect(error.hint?.contains("state:") == true)
        }
    }

    @Test("a file that another connection keeps locked is reported as locked")
    func locked() async throws {
        try await withState { database, path in
            let impatient = try await StateDatabase.open(at: path, patience: .milliseconds(20))
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            await #expect { try await impatient.notes.set("a", to: "b") } throws: { error in
                (error as? LocalStateError)?.code == .locked
            }
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try await impatient.notes.set("a", to: "b")
            #expect(try await database.notes.get("a") == "b")
            await impatient.close()
        }
    }

    @Test("many openings of a missing file at once all succeed, and migrate it once")
    func openingRace() async throws {
        try await withFolder { folder in
            let path = folder + "/state.db"
            let faults = await withTaskGroup(of: LocalStateError?.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do throws(LocalStateError) {
                            let database = try await StateDatabase.open(at: path)
                            try await database.notes.set("opened \(number)", to: "yes")
                            await database.close()
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: [LocalStateError]()) { if let fault = $1 { $0.append(fault) } }
            }
            #expect(faults == [])
            let notes = try await DatabaseQueue(path: path).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM notes")
            }
            #expect(notes == 8)
        }
    }

    @Test("the schema refuses nonsense that gets past the code")
    func schemaGuards() async throws {
        try await withState { database, path in
            try await Sample.register(in: database)
            let raw = try DatabaseQueue(path: path)
            for sql in [
                "UPDATE feature_sets SET status = 'fine'",
                "UPDATE feature_sets SET definition = 'no json'",
                "INSERT INTO projects (name, created_at) VALUES ('a b', '2020-01-01T00:00:00.000000000Z')",
                "INSERT INTO projects (name, created_at) VALUES ('ab', 'yesterday')",
                "DELETE FROM projects",
                "INSERT INTO leases VALUES ('r', 'h', 'no pid', '2020-01-01T00:00:00.000000000Z')",
            ] {
                #expect(throws: DatabaseError.self, "\(sql)") { try raw.write { try $0.execute(sql: sql) } }
            }
        }
    }
}
