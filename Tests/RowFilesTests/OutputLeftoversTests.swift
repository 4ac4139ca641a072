import Testing

@testable import RowFiles

@Suite("What a killed process leaves of a file")
struct OutputLeftoversTests {
    @Test("its temporary files go, those of other processes and other outputs stay")
    func removes() throws {
        let scratch = try ScratchDirectory()
        for name in [".a.csv.7-12.tmp", ".a.csv.7-13.tmp", ".a.csv.71-12.tmp", ".b.csv.7-1.tmp", "a.csv"] {
            _ = try scratch.file(name, holding: "x")
        }
        #expect(OutputLeftovers.remove(of: scratch.file("a.csv"), writtenBy: 7) == 2)
        #expect(try scratch.names == [".a.csv.71-12.tmp", ".b.csv.7-1.tmp", "a.csv"])
    }

    @Test("a folder that is gone holds nothing")
    func noFolder() {
        #expect(OutputLeftovers.remove(of: "/nowhere/at/all/a.csv", writtenBy: 7) == 0)
    }
}
