/*
 * How an order is placed at stores that lose, delay and refuse, by two workers that die and freeze,
 * and how the shopper's money follows. README.md says what is modelled, what is left out and why.
 *
 * Every step is one transaction of ours, or one thing that happens outside. A worker may stop
 * between any two steps for as long as it likes (frozen) or for good (killed).
 *
 * Set from outside: STORES 1..3, CRASHES, KIND (a doubt class), MONEY, TRACKING, BUYER; and one of
 * the planted defects, each a macro that begins with PLANT_.
 */

#ifndef STORES
#define STORES 1
#endif
#ifndef CRASHES
#define CRASHES 3
#endif
#ifndef KIND
#define KIND ECHOED
#endif
#define WORKERS 2

/* doubt classes; KEY stands for UNIQUE_REFERENCE too */
#define KEY 1
#define ECHOED 2
#define LISTED 3
#define SILENT 4 /* WRITE_ONLY */

#if KIND == KEY
#define MOST_ATTEMPTS 3 /* then the key counts as forgotten; the code counts a day instead */
#else
#define MOST_ATTEMPTS 2
#endif

/* states of a sub-order; INTENT and SENDING are Placing without and with sentAt */
#define INTENT 0
#define SENDING 1
#define DOUBT 2
#define WITH_BUYER 3
#define AT_STORE 4
#define REJECTED 5

/* the store's words for an order */
#define NO_WORD 0
#define ACCEPTED 1
#define SHIPPED 2
#define DELIVERED 3
#define CANCELLED 4

/* what a worker has in hand */
#define NOTHING 0
#define READ 1    /* it read an intent and will commit that it sends */
#define CLAIMED 2 /* that is committed; the request has not left */
#define WAITS 3   /* the request left */
#define TAKEN 4   /* the store answered: taken */
#define TURNED 5  /* the store answered: refused */
#define SENT_ON 6 /* the store answered: the shopper must come */
#define FOUND 7   /* a look-up showed the order */
#define NONE 8    /* a look-up showed none */

typedef SubOrder {
    unsigned state : 3;
    unsigned attempt : 2;
    bit unreached;   /* an attempt surely never left */
    bit missed;      /* a look-up since the attempt showed none */
    bit parked;
    unsigned word : 3; /* of the store, as we know it */
    bit back;        /* money came back, as we know it */
    bit due;         /* something is to be asked although it has ended */
    bit quiet;       /* the quiet period since the latest attempt is over */
    unsigned flying : 4; /* requests on their way, one bit an attempt */
    unsigned orders : 2; /* what the store's own book holds */
    bit fresh;       /* so new that a look-up may miss it */
    bit cart;        /* the shopper can still buy at the store itself */
    unsigned bookWord : 3;
    bit bookBack;
    unsigned hooks : 6; /* webhooks on their way, one bit a word; bit 0: a refusal, bit 5: money back */
}

typedef Worker {
    unsigned has : 4;
    unsigned attempt : 2;
    bit stale;    /* the sub-order changed since it was read: the fence will hold */
    bit tooOld;   /* the intent is older than a send may be */
    bit tells;    /* a refusal would say that nothing was placed at all */
    unsigned word : 3;
    bit back;
}

SubOrder o[STORES];
Worker w[WORKERS];
byte at[WORKERS]; /* which store's sub-order a worker has in hand */
byte crashes;

#ifdef MONEY
#define WANTED 0
#define HELD 1
#define TAKING 2
#define SETTLED 3
byte payment;      /* our record */
byte taking;       /* the amount committed before it is taken */
bit holdFlies, takeFlies;
bit bookHeld, bookTook;
byte bookTaken;    /* the provider's own book */
#define MAY_PLACE (payment == HELD)
#else
#define MAY_PLACE true
#endif

#define SHOWS(x) (o[x].orders > 0)
#define ENDED(x) (o[x].state == AT_STORE || o[x].state == REJECTED)
/* where a webhook makes due: at an intent it has nothing to say, a send is left to who sends it */
#define HINTS(x) (o[x].state == DOUBT || o[x].state == WITH_BUYER || o[x].state == AT_STORE)
#define WORKS_AT(v, x) (w[v].has != NOTHING && at[v] == x)

#ifdef SYMMETRIC
/*
 * Stores are alike, and so are workers: no rule looks at their numbers. So of all states that
 * differ in the numbering alone one is kept, the one in order. (Only the search runs this: a trail
 * of a symmetric search cannot be played back in spin's simulator.)
 */
c_decl {
    static unsigned long subOrderKey(int);
    static unsigned long workerKey(int);
    static void renumber(void);
}
c_code {
    static unsigned long workerKey(int v) {
        return now.w[v].has | now.w[v].attempt << 4 | now.w[v].stale << 6 | now.w[v].tooOld << 7 |
               now.w[v].tells << 8 | now.w[v].word << 9 | now.w[v].back << 12;
    }
    static unsigned long subOrderKey(int x) {
        struct SubOrder *o = &now.o[x];
        unsigned long key = o->state | o->attempt << 3 | o->unreached << 5 | o->missed << 6 |
            o->parked << 7 | o->word << 8 | o->back << 11 | o->due << 12 | o->quiet << 13 |
            o->flying << 14 | o->orders << 18 | o->fresh << 20 | o->cart << 21 |
            o->bookWord << 22 | o->bookBack << 25;
        key |= (unsigned long) o->hooks << 26;
        key |= (unsigned long) (now.w[0].has && now.at[0] == x) << 32;
        return key | (unsigned long) (now.w[1].has && now.at[1] == x) << 33;
    }
    static void exchange(int a, int b) {
        struct SubOrder held = now.o[a];
        int v;
        now.o[a] = now.o[b];
        now.o[b] = held;
        for (v = 0; v < WORKERS; v++)
            if (now.w[v].has)
                now.at[v] = now.at[v] == a ? b : now.at[v] == b ? a : now.at[v];
    }
    static void renumber(void) {
        int x, y;
        if (workerKey(0) < workerKey(1) ||
                (workerKey(0) == workerKey(1) &&
                 subOrderKey(now.at[0]) < subOrderKey(now.at[1]))) {
            struct Worker held = now.w[0];
            int store = now.at[0];
            now.w[0] = now.w[1]; now.at[0] = now.at[1];
            now.w[1] = held; now.at[1] = store;
        }
        for (x = 0; x < STORES - 1; x++)
            for (y = 0; y < STORES - 1 - x; y++)
                if (subOrderKey(y) > subOrderKey(y + 1))
                    exchange(y, y + 1);
    }
}
#define DONE c_code { renumber(); }
#else
#define DONE skip
#endif

/* the sub-order changed: whoever read it before is stale now */
inline changed(x) {
    w[0].stale = w[0].stale || WORKS_AT(0, x);
    w[1].stale = w[1].stale || WORKS_AT(1, x);
}

inline free(v) {
    w[v].has = NOTHING; w[v].attempt = 0; w[v].stale = 0; w[v].tooOld = 0; w[v].tells = 0;
    w[v].word = 0; w[v].back = 0; at[v] = 0;
}

inline rejected(x) {
    o[x].state = REJECTED; o[x].missed = 0; o[x].quiet = 0; o[x].due = 0;
    changed(x);
    assert(o[x].orders == 0) /* a ghost: the store has what we call refused */
}

inline doubted(x) {
    o[x].state = DOUBT; o[x].missed = 0;
    changed(x)
}

/* Transitions.asStated and onward */
inline learnt(x, said, gave) {
    assert(o[x].orders > 0);
    if
    :: o[x].state != AT_STORE ->
        o[x].state = AT_STORE; o[x].missed = 0; o[x].quiet = 0; o[x].parked = 0; o[x].cart = 0;
        o[x].word = said; o[x].back = gave;
        changed(x)
    :: else ->
        if
        :: said == ACCEPTED || (said == SHIPPED && o[x].word == DELIVERED) ->
            if :: o[x].back != gave -> o[x].back = gave; changed(x) :: else fi
        :: else ->
            if
            :: o[x].word != said || o[x].back != gave ->
                o[x].word = said; o[x].back = gave; changed(x)
            :: else
            fi
        fi
    fi
}

/* the book knows of what we follow no more: then we must know all of it */
inline agrees(x) {
    assert(!(o[x].state == AT_STORE && (o[x].word == DELIVERED || o[x].word == CANCELLED) &&
             !o[x].due && o[x].hooks == 0 && !WORKS_AT(0, x) && !WORKS_AT(1, x)) ||
           (o[x].word == o[x].bookWord && o[x].back == o[x].bookBack))
}

/* The intent is committed before the call; whoever read an older version loses. */
inline claim(me, x) {
    w[me].has = CLAIMED; w[me].tooOld = 0;
    w[me].attempt = o[x].attempt;
    o[x].quiet = 0; o[x].missed = 0; o[x].due = 0;
    changed(x);
    w[me].stale = 0
}

inline surelyNotSent(me, x) {
    if
    :: o[x].state == SENDING && o[x].attempt == w[me].attempt ->
        if
        :: !o[x].unreached ->
            o[x].unreached = 1; o[x].attempt++; o[x].state = INTENT; o[x].quiet = 0; changed(x)
        :: else -> rejected(x)
        fi
    :: else
    fi;
    free(me)
}

/* what it had taken up becomes due again when its lease ends */
inline dies(v) {
#ifdef TRACKING
    o[at[v]].due = (o[at[v]].due || HINTS(at[v]));
#endif
    free(v)
}

#ifdef PLANT_NO_FENCE
#define FENCED(v) true
#else
#define FENCED(v) (!w[v].stale)
#endif

#ifdef PLANT_NO_QUIET_PERIOD
#define QUIET(x) true
#else
#define QUIET(x) o[x].quiet
#endif

#ifdef PLANT_OTHER_ATTEMPTS_ANSWER
#define ANSWERS(v, x) true
#else
#define ANSWERS(v, x) (w[v].attempt == o[x].attempt)
#endif

#ifdef PLANT_REFUSED_REPEAT_BELIEVED
#define TELLS(x) true
#else
#define TELLS(x) QUIET(x)
#endif

#ifdef PLANT_CLASS_TOO_GOOD
#define ONLY_A_PERSON (KIND == LISTED)
#else
#define ONLY_A_PERSON (KIND == LISTED || KIND == SILENT)
#endif

#ifdef PLANT_EARLY_HAND_OVER
#define HANDS_OVER(v) true
#else
#define HANDS_OVER(v) w[v].tells
#endif

#ifdef PLANT_OLD_NEWS
#define OLDER_NEWS(v, x) false
#else
#define OLDER_NEWS(v, x) w[v].stale
#endif

/* One worker and one store: Placer, Reconciler, OrderDesk. */
proctype worker(byte me; byte x) {
end:
    do
    /* OrderDesk.place: an intent is read, then claimed, then sent */
    :: d_step { w[me].has == NOTHING && o[x].state == INTENT && MAY_PLACE ->
        w[me].has = READ; at[me] = x; w[me].tells = 1; DONE }
    :: d_step { w[me].has == READ && at[me] == x ->
        if
        :: FENCED(me) ->
#ifndef PLANT_NO_INTENT
            o[x].state = SENDING;
#endif
            claim(me, x)
        :: else -> free(me)
        fi; DONE }

    /* it leaves, unless too much time went by; or it surely does not get out */
    :: d_step { w[me].has == CLAIMED && at[me] == x && !w[me].tooOld ->
        o[x].flying = o[x].flying | (1 << w[me].attempt); w[me].has = WAITS; DONE }
    :: d_step { w[me].has == CLAIMED && at[me] == x -> surelyNotSent(me, x); DONE }

    /* no answer in time */
    :: d_step { w[me].has == WAITS && at[me] == x ->
        if
        :: o[x].state == SENDING && o[x].attempt == w[me].attempt -> doubted(x)
        :: else
        fi;
        free(me); DONE }

    /* an answer is recorded, against what the sub-order is by now */
    :: d_step { (w[me].has == TAKEN || w[me].has == FOUND) && at[me] == x ->
        if
        :: OLDER_NEWS(me, x) ->
            if
            :: o[x].state == AT_STORE
            :: else -> learnt(x, w[me].word, w[me].back)
            fi;
            o[x].due = 1 /* asked again */
        :: else -> learnt(x, w[me].word, w[me].back)
        fi;
        free(me);
        agrees(x); DONE }
    :: d_step { w[me].has == TURNED && at[me] == x ->
        if
        :: (o[x].state == SENDING || (o[x].state == DOUBT && w[me].tells)) && ANSWERS(me, x) ->
            rejected(x)
        :: else
        fi;
        free(me); DONE }
#ifdef BUYER
    :: d_step { w[me].has == SENT_ON && at[me] == x ->
        if
        :: (o[x].state == SENDING || (o[x].state == DOUBT && HANDS_OVER(me))) && ANSWERS(me, x) ->
            o[x].state = WITH_BUYER; o[x].cart = 1; o[x].missed = 0; changed(x)
        :: else
        fi;
        free(me); DONE }
#endif

#ifndef PLANT_NO_TAKE_OVER
    /* whoever sent it is no more, or so it seems: the lease ran out, or another instance starts */
    :: d_step { w[me].has == NOTHING && o[x].state == SENDING ->
#ifdef PLANT_RESEND_AFTER_CRASH
        o[x].state = INTENT; changed(x)
#else
        doubted(x)
#endif
        ; DONE }
#endif

    /* Reconciler.look: the store is asked; what is on its way, or too new, it does not show */
    :: atomic { w[me].has == NOTHING && (o[x].state == DOUBT || o[x].state == WITH_BUYER) ->
        at[me] = x; o[x].due = 0; /* the lease */
        w[me].tells = TELLS(x); w[me].attempt = o[x].attempt;
        if
        :: KIND != SILENT && SHOWS(x) ->
            w[me].has = FOUND; w[me].word = o[x].bookWord; w[me].back = o[x].bookBack
        :: !SHOWS(x) || o[x].fresh || KIND == SILENT -> w[me].has = NONE
        fi; DONE }
#ifdef PLANT_LOOKED_ONLY_BEFORE
    /* the second look-up, after the quiet period, is left out */
    :: d_step { w[me].has == NOTHING && o[x].state == DOUBT && o[x].missed && o[x].quiet &&
                o[x].attempt < MOST_ATTEMPTS ->
        at[me] = x; w[me].tells = 1; o[x].attempt++; claim(me, x); DONE }
#endif

    /* DoubtPolicy.noneFound */
    :: d_step { w[me].has == NONE && at[me] == x ->
        if
        :: o[x].state != DOUBT || o[x].parked -> free(me)
        :: else ->
            if
            :: ONLY_A_PERSON -> o[x].parked = 1; changed(x); free(me)
            :: KIND == ECHOED && !(o[x].missed && w[me].tells) && FENCED(me) ->
                if :: !o[x].missed -> o[x].missed = 1; changed(x) :: else fi;
                free(me)
            :: KIND == ECHOED && !(o[x].missed && w[me].tells) && !FENCED(me) -> free(me)
            :: else ->
                if
                :: w[me].attempt >= MOST_ATTEMPTS -> o[x].parked = 1; changed(x); free(me)
                :: w[me].attempt < MOST_ATTEMPTS && FENCED(me) -> o[x].attempt++; claim(me, x)
                :: else -> free(me)
                fi
            fi
        fi; DONE }

#ifdef TRACKING
    /* OrderDesk.track: what is open is asked about from time to time, what has ended when due */
    :: d_step { w[me].has == NOTHING && o[x].state == AT_STORE &&
                (o[x].word == ACCEPTED || o[x].word == SHIPPED || o[x].due) ->
        w[me].has = FOUND; at[me] = x; o[x].due = 0; /* the lease */
        w[me].word = o[x].bookWord; w[me].back = o[x].bookBack; DONE }
#endif
    od
}

/* A store, time, and the shopper. */
proctype world(byte x) {
    byte n;
    bit waits0, waits1;
end:
    do
    /* the store takes, refuses, and forgets to answer */
    :: atomic { o[x].flying != 0 ->
        if
        :: (o[x].flying & 2) != 0 -> n = 1
        :: (o[x].flying & 4) != 0 -> n = 2
        :: (o[x].flying & 8) != 0 -> n = 3
        fi;
        o[x].flying = o[x].flying & ~(1 << n);
        waits0 = (w[0].has == WAITS && at[0] == x && w[0].attempt == n);
        waits1 = (w[1].has == WAITS && at[1] == x && w[1].attempt == n);
        if
        :: /* done, or done already under this key */
            if
            :: KIND == KEY && SHOWS(x)
            :: else ->
                o[x].orders++; o[x].fresh = 1; o[x].bookWord = ACCEPTED;
                assert(o[x].orders == 1);        /* a duplicate */
                assert(o[x].state != REJECTED);  /* a ghost */
#ifdef MONEY
                assert(bookHeld)                 /* placed, and nobody holds the money for it */
#endif
            fi;
            if
            :: waits0 -> w[0].has = TAKEN; w[0].word = o[x].bookWord; w[0].back = o[x].bookBack
            :: waits1 -> w[1].has = TAKEN; w[1].word = o[x].bookWord; w[1].back = o[x].bookBack
            :: true /* the answer is lost */
            fi
        :: !(KIND == KEY && SHOWS(x)) -> /* refused, and nothing done */
            if
            :: waits0 -> w[0].has = TURNED
            :: waits1 -> w[1].has = TURNED
            :: true /* nobody hears it; the same as a request lost on its way */
            fi
#ifdef PLANT_WEBHOOK_BELIEVED
            ; o[x].hooks = o[x].hooks | 1
#endif
#ifdef BUYER
        :: !SHOWS(x) && (waits0 || waits1) ->
            if
            :: waits0 -> w[0].has = SENT_ON
            :: else -> w[1].has = SENT_ON
            fi
#endif
        fi;
        n = 0; waits0 = 0; waits1 = 0; DONE }
    /* the quiet period is longer than any send may wait and any request be under way */
    :: d_step { (o[x].state == SENDING || o[x].state == DOUBT) && !o[x].quiet && o[x].flying == 0 ->
        o[x].quiet = 1; o[x].fresh = 0;
#ifndef PLANT_NO_DROP
        if :: w[0].has == CLAIMED && at[0] == x -> w[0].tooOld = 1 :: else fi;
        if :: w[1].has == CLAIMED && at[1] == x -> w[1].tooOld = 1 :: else fi
#endif
        ; DONE }
#ifdef BUYER
    :: d_step { o[x].cart && !SHOWS(x) && o[x].state != REJECTED ->
        o[x].cart = 0; o[x].orders++; o[x].bookWord = ACCEPTED; assert(o[x].orders == 1); DONE }
    :: d_step { o[x].state == WITH_BUYER && !SHOWS(x) && o[x].cart -> o[x].cart = 0; rejected(x); DONE }
#endif
#ifdef PLANT_WEBHOOK_BELIEVED
    /* "refused", of whichever attempt */
    :: d_step { (o[x].hooks & 1) != 0 && !ENDED(x) -> o[x].hooks = o[x].hooks & ~1; rejected(x); DONE }
#endif
#ifdef PLANT_FORGERY_BELIEVED
    :: d_step { !ENDED(x) && o[x].state != INTENT -> rejected(x); DONE }
#endif
#ifdef TRACKING
    /* the store goes on, and each time sends a webhook */
    :: d_step { o[x].bookWord == ACCEPTED ->
        o[x].bookWord = SHIPPED; o[x].fresh = 0; o[x].hooks = o[x].hooks | (1 << SHIPPED); DONE }
    :: d_step { o[x].bookWord == SHIPPED ->
        o[x].bookWord = DELIVERED; o[x].hooks = o[x].hooks | (1 << DELIVERED); DONE }
    :: d_step { o[x].bookWord == ACCEPTED || o[x].bookWord == SHIPPED ->
        o[x].bookWord = CANCELLED; o[x].fresh = 0; o[x].hooks = o[x].hooks | (1 << CANCELLED); DONE }
    :: d_step { (o[x].bookWord == DELIVERED || o[x].bookWord == CANCELLED) && !o[x].bookBack ->
        o[x].bookBack = 1; o[x].hooks = o[x].hooks | 32; DONE }
    /* webhooks come in any order and more than once: each only makes the sub-order due */
    :: atomic { o[x].hooks != 0 ->
        if
        :: (o[x].hooks & (1 << SHIPPED)) != 0 ->
#ifdef PLANT_WEBHOOK_WORD_BELIEVED
            if :: o[x].state == AT_STORE -> o[x].word = SHIPPED; changed(x) :: else fi;
#endif
            if :: o[x].hooks = o[x].hooks & ~(1 << SHIPPED) :: true fi
        :: (o[x].hooks & (1 << DELIVERED)) != 0 ->
#ifdef PLANT_WEBHOOK_WORD_BELIEVED
            if :: o[x].state == AT_STORE -> o[x].word = DELIVERED; changed(x) :: else fi;
#endif
            if :: o[x].hooks = o[x].hooks & ~(1 << DELIVERED) :: true fi
        :: (o[x].hooks & (1 << CANCELLED)) != 0 ->
#ifdef PLANT_WEBHOOK_WORD_BELIEVED
            if :: o[x].state == AT_STORE -> o[x].word = CANCELLED; changed(x) :: else fi;
#endif
            if :: o[x].hooks = o[x].hooks & ~(1 << CANCELLED) :: true fi
        :: (o[x].hooks & 32) != 0 ->
            if :: o[x].hooks = o[x].hooks & ~32 :: true fi
        fi;
#ifndef PLANT_WEBHOOK_WORD_BELIEVED
        o[x].due = (o[x].due || HINTS(x));
#endif
        agrees(x); DONE }
#endif
    od
}

/* A worker dies with all it has in hand; what it took up becomes due when its lease ends. */
proctype death() {
    byte v;
end:
    do
    :: atomic { crashes < CRASHES && (w[0].has != NOTHING || w[1].has != NOTHING) ->
        crashes++;
        if
        :: w[0].has != NOTHING -> dies(0)
        :: w[1].has != NOTHING -> dies(1)
        :: w[0].has != NOTHING && w[1].has != NOTHING -> dies(0); dies(1)
        fi; DONE }
    od
}

#if STORES == 1
#define EACH(p) (p(0))
#define ORDERS o[0].orders
#define PLACED (o[0].state == AT_STORE)
#elif STORES == 2
#define EACH(p) (p(0) && p(1))
#define ORDERS (o[0].orders + o[1].orders)
#define PLACED ((o[0].state == AT_STORE) + (o[1].state == AT_STORE))
#else
#define EACH(p) (p(0) && p(1) && p(2))
#define ORDERS (o[0].orders + o[1].orders + o[2].orders)
#define PLACED ((o[0].state == AT_STORE) + (o[1].state == AT_STORE) + (o[2].state == AT_STORE))
#endif
#define OVER(x) (ENDED(x) || (o[x].state == DOUBT && o[x].parked) || o[x].state == WITH_BUYER)
#define STILL(x) (OVER(x) && o[x].flying == 0)

#ifdef MONEY
/*
 * The shopper's money. Every call carries a reference committed before it, doing it twice is doing
 * it once, and the provider's own book is the truth: so whatever got lost is simply done again.
 */
proctype money() {
end:
    do
    :: d_step { payment == WANTED && !holdFlies && !bookHeld -> holdFlies = 1 }
    :: d_step { holdFlies -> holdFlies = 0; bookHeld = 1 }
#ifdef PLANT_PLACE_UNHELD
    :: d_step { payment == WANTED -> payment = HELD }
#else
    :: d_step { payment == WANTED && bookHeld -> payment = HELD }
#endif
#ifdef PLANT_TAKE_EARLY
    :: d_step { payment == HELD && PLACED > 0 ->
#else
    :: d_step { payment == HELD && EACH(ENDED) ->
#endif
#ifdef PLANT_TAKE_ALL
        payment = TAKING; taking = STORES }
#else
        payment = TAKING; taking = PLACED }
#endif
    :: d_step { payment == TAKING && !takeFlies && !bookTook -> takeFlies = 1 }
    :: d_step { takeFlies ->
        takeFlies = 0;
        if :: !bookTook -> bookTook = 1; bookTaken = taking; assert(bookTaken <= ORDERS) :: else fi }
    :: d_step { payment == TAKING && bookTook -> payment = SETTLED; assert(bookTaken == ORDERS) }
    od
}
#define PAID (payment == SETTLED || !EACH(ENDED))
#else
#define PAID true
#endif

/* Nothing is left lying: whatever happened, everything ends, is parked, or waits for the shopper. */
proctype everythingEnds() {
    d_step { EACH(STILL) && PAID && w[0].has == NOTHING && w[1].has == NOTHING ->
#ifdef MONEY
        assert(payment != SETTLED || bookTaken == ORDERS)
#else
        skip
#endif
    }
}

init {
    atomic {
        byte x = 0;
        do
        :: x < STORES ->
            o[x].attempt = 1;
            run worker(0, x); run worker(1, x);
            run world(x);
            x++
        :: else -> break
        od;
        run death();
#ifdef MONEY
        run money();
#endif
        run everythingEnds()
    }
}
