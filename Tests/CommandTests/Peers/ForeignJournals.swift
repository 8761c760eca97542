/// Journals in the ways of writing of other programs, with every construct that moves sums.
enum ForeignJournals {
  static let hledger = """
    ; a journal of hledger
    commodity $1,000.00
    commodity 1.000,00 EUR
    account assets:bank  ; type: C
    account equity:start
    alias cash=assets:cash
    alias /^exp:/=expenses:
    D $1,000.00
    Y 2022

    2022-01-01=01/03 * (77) Opening | shop  ; first
        ; second: tag
        assets:bank     $1,000.50
        equity:start

    01/05 ! lunch
        exp:food    12.25  ; note here
        cash
    2022/1/6 exchange
        assets:eur      100,00 EUR @ $1.10
        assets:bank    $-110.00
    2022-01-07 exchange, total
        assets:eur      1.000,00 EUR @@ $1,100.00 = 1.100,00 EUR
        assets:bank    -$1,100
    2022-01-08 exchange, unsaid
        assets:gbp      10 GBP
        assets:bank    $-12.00
    2022-01-09 virtual
        (budget:food)   $-12.25
        [save:car]      $5
        [save:all]
        assets:bank    $0 = $-221.50
    2022-01-10 several commodities
        assets:gbp     -1 GBP
        assets:eur     -1,00 EUR
        expenses:travel
    2022-01-12 assigned, before what follows in the file
        assets:cash    = $0
        equity:adjust
    2022-01-11 top up
        cash     $7.75 = $-4.50
        assets:bank
    2022-01-13 lot, which says nothing here
        assets:fund   4 "ABC 1" {$2} [2022-01-13] @ $3
        assets:bank
    2022-01-14 with all below
        assets:bank:sub   $1.00
        equity:start
    2022-01-15 tree
        assets:bank   $0 ==* $-240.25
        equity:start  $0
    comment
    junk
    end comment
    P 2022-01-01 EUR $1.1
    ~ monthly
        rent   $5
        cash
    apply account pers
    2022-01-13 applied
        a:b   1 AAPL
        a:c
    end apply account
    include part/*.j

    """

  /// Included by the journal of hledger; its commodity and its alias end with it.
  static let hledgerPart = """
    alias cash=assets:purse
    2022-02-01 in another file
        cash   $3
        equity:start

    """

  static let ledger = """
    ; a journal of Ledger
    % another comment
    account Assets:Cash
        note Petty cash
        alias cash
    commodity $
        format $1,000.00
        nomarket
    commodity EUR
        format 1,000.00 EUR
        alias euro
    tag Project
    year 2022
    bucket Assets:Bank
    apply tag project: x
    01/05=2022/01/07 * (123) KFC  ; note
        ; :a:b:
        Expenses:Food    $1,000.50
    2022-01-06 ! buy
        Assets:Broker    10 AAPL {$5.00} [2022-01-06] (lot1) @ $5.00
        Assets:Bank
    2022/01/07 sell
        * Assets:Broker    -5 AAPL {$5.00} [2022-01-06] (lot1) @ $6.00
        Assets:Bank      $30.00
        Income:Gain
    end apply tag
    2022/01/08 lot only
        Assets:Broker    3 AAPL {$7.00}
        Assets:Bank     $-21.00
    2022/01/09 virtual
        (Budget:Food)    $-5
        [Save:Car]       $5
        [Save:All]
        Assets:Bank      $0 = $-1041.50
    apply account Pers
    2022/01/10 under a prefix
        A:B      100 EUR
        cash     -100 EUR
    end apply account
    2022/01/11 total
        A:X   -3 euro @@ $4.00
        A:Y   $4
    2022/01/12 assigned
        A:Z    = $7
        A:Q
    comment
     stuff
    end comment
    2022/01/13 a price for once
        A:V   10 GBP (@) $1.5
        A:W
    2022/01/14 thousands
        A:T   1,000 BTC
        A:U   -1.000 BTC
        A:U   -999 BTC
    2022/01/15 left out
        A:M   2 EUR
        A:M   $3
        A:N
    P 2022/01/01 AAPL $6
    N $

    """

  static let beancount = """
    option "title" "My book"
    option "operating_currency" "USD"
    plugin "beancount.plugins.implicit_prices"
    * heading
    2014-01-01 open Assets:Bank USD, EUR
      note: "hello"
    2014-01-01 open Assets:Broker:HOOL "FIFO"
    2014-01-01 open Assets:Broker:Strict
    2014-01-01 open Assets:Broker:Last "LIFO"
    2014-01-01 open Assets:Broker:Free "NONE"
    2014-01-01 open Equity:Opening
    2014-01-01 open Income:Gains
    2014-01-01 open Expenses:Fees
    2014-01-01 open Expenses:Food
    2014-01-01 commodity HOOL
      name: "Hooli"
    pushtag #trip
    2014-01-02 pad Assets:Bank Equity:Opening
    2014-01-05 balance Assets:Bank 20000.00 USD
    2014-01-06 * "Cafe" "Lunch with \\"X\\"" #food ^inv-1
      key: "value"
      Expenses:Food  12.34 USD
        receipt: "r1"
      Assets:Bank
    poptag #trip
    2014-01-07 txn "Buy"
      Assets:Broker:HOOL   10 HOOL {500.00 USD}
      Assets:Broker:HOOL    5 HOOL {520.00 USD, 2014-01-03, "lot-a"}
      Assets:Bank   -7600.00 USD
    2014-01-08 ! "Sell"
      Assets:Broker:HOOL   -7 HOOL {} @ 550.00 USD
      Assets:Bank   3850.00 USD
      Expenses:Fees 9.95 USD
      Income:Gains
    2014-01-09 * "total cost"
      Assets:Broker:Strict   3 VBMPX {{1000.00 USD}}
      Assets:Bank
    2014-01-10 * "price"
      Assets:Bank    100 EUR @ 1.1 USD
      Assets:Bank   -110.00 USD
    2014-01-11 * "expressions"
      Expenses:Food   (1 + 2) * 3.00 USD
      Assets:Bank  -27.00 / 3 USD
    2014-01-12 * "all of it"
      Assets:Broker:Strict   -3 VBMPX {}
      Assets:Bank   1000.00 USD
    2014-01-12 * "last in, first out"
      Assets:Broker:Last   3 GLD {10.00 USD, 2014-01-01}
      Assets:Broker:Last   3 GLD {12.00 USD, 2014-01-05}
      Assets:Broker:Last   3 GLD {11.00 # 3.00 USD, 2014-01-06}
      Assets:Bank
    2014-01-13 * "last in, first out, sold"
      Assets:Broker:Last   -4 GLD {}
      Assets:Bank   60.00 USD
      Income:Gains
    2014-01-13 * "no booking"
      Assets:Broker:Free   -2 OIL {30.00 USD}
      Assets:Broker:Free    1 OIL {31.00 USD}
      Assets:Bank
    2014-01-14 * "rounded"
      Expenses:Food   3 EUR @ 1.33333 USD
      Expenses:Fees   1.00 USD
      Assets:Bank
    2014-01-15 balance Assets:Broker:HOOL  8 HOOL
    2014-01-15 price HOOL 560 USD
    2014-01-15 note Assets:Bank "a note"
    2014-01-15 event "location" "Paris"
    2014-01-15 custom "budget" Expenses:Food "monthly" 100 USD
    2014-01-16 close Expenses:Fees

    """
}
