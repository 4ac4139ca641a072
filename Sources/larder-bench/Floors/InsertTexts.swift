/// The texts that station readings are made of.
struct InsertTexts {
    let stations: CTexts
    let skies = CTexts(StationRow.skies)
    /// Ingestion and job.
    let origins = CTexts([BareInsert.ingestionID, BareInsert.jobID])

    init(stations: Int) {
        self.stations = CTexts((0..<stations).map(StationRow.name(ofStation:)))
    }
}
