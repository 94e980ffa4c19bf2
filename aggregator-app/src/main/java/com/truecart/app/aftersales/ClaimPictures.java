package com.truecart.app.aftersales;

import com.truecart.app.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The pictures shoppers show with their claims; kept encrypted. */
@Service
public class ClaimPictures {
    static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ClaimPictures(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Keeps a picture of a running claim.
     *
     * @return false where it is no JPEG or PNG of usual size, or there are five already
     */
    public boolean add(Claim claim, byte[] sent) {
        Optional<byte[]> jpeg = Photo.reencoded(sent);
        List<Integer> kept = of(claim.id());
        if (jpeg.isEmpty() || kept.size() >= MOST || !claim.state().isRunning()) {
            return false;
        }
        int number = kept.size() + 1;
        try {
            jdbc.sql(
                            """
                            insert into claim_picture (claim_id, number, jpeg, added_at)
                            values (:id, :number, :jpeg, :now)
                            """)
                    .param("id", claim.id().value())
                    .param("number", number)
                    .param(
                            "jpeg",
                            vault.seal(
                                    Base64.getEncoder().encodeToString(jpeg.get()),
                                    place(claim.id(), number)))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DataIntegrityViolationException _) {
            // another one took the number meanwhile
            return false;
        }
    }

    /** The numbers of a claim's pictures. */
    public List<Integer> of(ClaimId id) {
        return jdbc.sql("select number from claim_picture where claim_id = :id order by number")
                .param("id", id.value())
                .query((row, _) -> row.getInt("number"))
                .list();
    }

    /** One picture, as JPEG. */
    public Optional<byte[]> find(ClaimId id, int number) {
        return jdbc.sql("select jpeg from claim_picture where claim_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query(byte[].class)
                .optional()
                .map(sealed -> Base64.getDecoder().decode(vault.open(sealed, place(id, number))));
    }

    private static String place(ClaimId id, int number) {
        return "claim_picture.jpeg/" + id + "/" + number;
    }
}
