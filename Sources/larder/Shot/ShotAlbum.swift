import Glibc
import Operations
import TextCanvas
import Themes

/// All pictures of a folder: `scripts/*.keys` in it make `*.txt`, `*.svg` and `README.md`.
struct ShotAlbum {
    /// A script's pictures.
    struct Page {
        let script: String
        let pictures: [ShotPicture]
    }

    /// The pages, by the scripts' names.
    let pages: [Page]

    /// Plays all scripts of a folder.
    ///
    /// - Parameters:
    ///   - folder: the folder that has `scripts`.
    ///   - themes: where themes are.
    static func take(in folder: String, _ themes: ThemeLibrary) async throws(ShotError) -> ShotAlbum {
        var pages: [Page] = []
        var places: [String: String] = [:]
        for name in try scripts(in: folder) {
            let file = "\(folder)/scripts/\(name)"
            let script = try ShotScript(try text(of: file), file: file)
            guard !script.settings.caption.isEmpty, !script.settings.alt.isEmpty else {
                throw ShotError(.invalid, at: .init(file: file, line: 1), "a picture needs a caption and an alt text")
            }
            let pictures = try await ShotStage.play(script, themes)
            for picture in pictures {
                if let other = places.updateValue(name, forKey: picture.name) {
                    throw ShotError(.invalid, "\(other) and \(name) both take a picture called \(picture.name)")
                }
            }
            pages.append(Page(script: name, pictures: pictures))
        }
        return ShotAlbum(pages: pages)
    }

    /// The files of the album, by their names in the folder.
    var files: [(name: String, text: String)] {
        pages.flatMap { page in
            page.pictures.flatMap { [($0.name + ".txt", $0.text), ($0.name + ".svg", $0.svg)] }
        } + [("README.md", readme)]
    }

    /// Writes the files; returns how many.
    func write(to folder: String) throws(ShotError) -> Int {
        do throws(OperationError) {
            for file in files {
                try WrittenFile.write(file.text, to: "\(folder)/\(file.name)", inNewFolder: folder, replaces: true)
            }
        } catch {
            throw ShotError(error)
        }
        return files.count
    }

    private var readme: String {
        let parts = pages.flatMap { page in
            page.pictures.map { picture in
                """
                ## \(picture.name)

                ![\(picture.alt)](\(picture.name).svg)

                \(picture.caption) (\(picture.canvas.size.columns)×\(picture.canvas.size.rows), \
                [text](\(picture.name).txt), [script](scripts/\(page.script)))

                """
            }
        }
        return """
            # Pictures of the console

            Made by `larder shot --all screenshots` from the scripts beside them, over an invented feature store: no \
            name, host or number in them is real. Making them anew gives the same bytes; the tests compare.


            """ + parts.joined(separator: "\n")
    }

    private static func scripts(in folder: String) throws(ShotError) -> [String] {
        guard let directory = opendir("\(folder)/scripts") else {
            throw ShotError(.invalid, "\(folder)/scripts cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".keys"), !name.hasPrefix(".") { names.append(name) }
        }
        guard !names.isEmpty else { throw ShotError(.invalid, "\(folder)/scripts has no script NAME.keys") }
        return names.sorted()
    }

    /// The text of a script.
    static func text(of file: String) throws(ShotError) -> String {
        do throws(OperationError) {
            return try DocumentFile.read(file)
        } catch {
            throw ShotError(error)
        }
    }
}
