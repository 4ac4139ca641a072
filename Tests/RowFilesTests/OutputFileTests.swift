import FeatureModel
import Glibc
import Testing

@testable import RowFiles

@Suite("Files that appear when they are whole")
struct OutputFileTests {
    @Test("a full disk is an error that names the file")
    func fullDisk() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        var file = OutputFile(
            path: "out.csv", replacesExisting: true, temporaryPath: nil, descriptor: descriptor)
        let result = Result { () throws(RowFileError) in try file.write([1, 2, 3]) }
        let expected = RowFileError(path: "out.csv", reason: .cannotWrite("No space left on device"))
        #expect(throws: expected) { try result.get() }
        #expect(expected.description == "out.csv: cannot be written: No space left on device")
    }

    @Test("a full disk under a writer leaves no file behind")
    func fullDiskUnderWriter() throws {
        let scratch = try ScratchDirectory()
        let temporary = try scratch.file("a.csv.tmp", holding: "")
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        do {
            let file = OutputFile(
                path: scratch.file("a.csv"), replacesExisting: false, temporaryPath: temporary, descriptor: descriptor)
            let writer = RowWriter(file: file, format: .csv, columns: ["a"])
            try writer.append([.text("x")])
            #expect(throws: RowFileError.self) { try writer.finish() }
        }
        #expect(try scratch.names.isEmpty)
    }
}
