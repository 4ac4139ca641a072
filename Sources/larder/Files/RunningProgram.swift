import Glibc

/// What the process knows of itself.
enum RunningProgram {
    /// The version of this program.
    static let version = "0.1.0"

    /// The environment's variables.
    static var variables: [String: String] {
        var variables: [String: String] = [:]
        var pointer = environ
        while let entry = pointer.pointee {
            let text = String(cString: entry)
            if let sign = text.firstIndex(of: "=") {
                variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            pointer += 1
        }
        return variables
    }

    /// The path of the running executable, absolute.
    static var executable: String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            readlink("/proc/self/exe", bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "/usr/bin/larder"
    }

    /// The name of this machine.
    static var host: String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let result = buffer.withUnsafeMutableBytes { bytes in
            gethostname(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count - 1)
        }
        return result == 0 ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : "localhost"
    }

    /// The current folder, absolute.
    static var directory: String { AbsolutePath.of(".") == "." ? "/" : String(AbsolutePath.of("").dropLast()) }
}
