// The façade: a program that builds on the books imports this module alone.
@_exported import Analytics
@_exported import BookStore
@_exported import JournalText
@_exported import LedgerCore
@_exported import Portfolio
@_exported import Rendering
@_exported import ReportDocument
@_exported import Reports
@_exported import Spreadsheets
